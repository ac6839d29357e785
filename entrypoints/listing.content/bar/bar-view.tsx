import { render } from 'preact';
import { PageBar } from './PageBar';
import barCss from './bar.css?inline';
import pageBarCss from './page-bar.css?inline';
import { nativeProperty } from '@/lib/shared/dom-names';
import type { ListingPage } from '@/lib/content-script/listing/listing-page';
import type { PageSummary, PlacedView } from '@/lib/content-script/listing/listing-views';
import type { Popover } from '../lazy/lazy-ui';
import type { LazyListing } from '../lazy/lazy-listing';
import type { CardFilter } from '@/lib/papers/card-filter';
import type { SiteChange } from '@/lib/papers/reading-health';
import type { MakeHost } from '../hosts/shadow-hosts';

/** The page bar: outside the flow, in the gap above the cards, as wide as their container. */
export function barView(
  page: ListingPage,
  lazy: LazyListing,
  makeHost: MakeHost,
): PlacedView<PageSummary> {
  const { element, root } = makeHost(barCss + pageBarCss, {
    display: 'block',
    position: 'absolute',
    zIndex: '20',
    containerType: 'inline-size',
    // If the gap is too small, the page underneath stays usable.
    pointerEvents: 'none',
  });
  const width = new ResizeObserver(([entry]) => {
    if (entry !== undefined) element.style.width = `${entry.contentRect.width}px`;
  });
  let filterPopover: Popover<CardFilter> | undefined;
  let sitePopover: Popover<SiteChange> | undefined;
  let summary: PageSummary | undefined;
  function draw(): void {
    if (summary === undefined) return;
    const { failure, filter, selecting, siteChange } = summary;
    render(
      <PageBar
        {...summary}
        failure={failure?.code}
        filterIsOpen={filterPopover?.isOpen ?? false}
        siteIsOpen={sitePopover?.isOpen ?? false}
        onOnlyNew={() => page.filterBy({ onlyNew: !filter.onlyNew })}
        onFilter={(button) =>
          lazy.load((ui) => {
            filterPopover ??= ui.filterPopover(draw);
            filterPopover.toggle(button, filter);
          })
        }
        onSite={(button) =>
          lazy.load((ui) => {
            sitePopover ??= ui.sitePopover(draw);
            if (siteChange) sitePopover.toggle(button, siteChange);
          })
        }
        onShowAll={() => page.showAll()}
        onSelect={() => (page.state.selected = selecting ? undefined : new Set())}
        onRetry={() => void page.read()}
      />,
      root,
    );
    filterPopover?.draw(filter);
    if (siteChange) sitePopover?.draw(siteChange);
    else sitePopover?.close();
  }
  return {
    place(container) {
      if (element.nextSibling === container) return;
      width.disconnect();
      element.style.width = `${nativeProperty(container, 'clientWidth')}px`;
      nativeProperty(container, 'before').call(container, element);
      width.observe(container);
    },
    draw(next) {
      summary = next;
      draw();
    },
    remove() {
      filterPopover?.close();
      sitePopover?.close();
      width.disconnect();
      render(null, root);
      element.remove();
    },
  };
}
