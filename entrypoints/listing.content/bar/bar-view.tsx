import { render } from 'preact';
import { PageBar } from './PageBar';
import barCss from './page-bar.css?inline';
import type { ListingPage } from '@/lib/content-script/listing/listing-page';
import type { PageSummary, PlacedView } from '@/lib/content-script/listing/listing-views';
import { FilterView } from '../filter/filter-view';
import type { MakeHost } from '../hosts/shadow-hosts';

/** The page bar: out of the flow, in the gap above the cards, as wide as their container. */
export function barView(page: ListingPage, makeHost: MakeHost): PlacedView<PageSummary> {
  const { element, root } = makeHost('bar', barCss, {
    display: 'block',
    position: 'absolute',
    zIndex: '20',
    containerType: 'inline-size',
    // Where the gap is too small, the page underneath stays usable.
    pointerEvents: 'none',
  });
  const width = new ResizeObserver(([entry]) => {
    if (entry !== undefined) element.style.width = `${entry.contentRect.width}px`;
  });
  const filterView = new FilterView(makeHost, draw, (filter) => page.filterBy(filter));
  let summary: PageSummary | undefined;
  function draw(): void {
    if (summary === undefined) return;
    const { failure, filter, selecting } = summary;
    render(
      <PageBar
        {...summary}
        failure={failure?.code}
        filterIsOpen={filterView.isOpen}
        onOnlyNew={() => page.filterBy({ ...filter, onlyNew: !filter.onlyNew })}
        onFilter={(button) => filterView.toggle(button, filter)}
        onShowAll={() => page.showAll()}
        onSelect={() => (selecting ? page.selection.stop() : page.selection.start())}
        onRetry={() => void page.read()}
      />,
      root,
    );
    filterView.draw(filter);
  }
  return {
    place(container) {
      if (container.previousSibling === element) return;
      width.disconnect();
      element.style.width = `${container.clientWidth}px`;
      container.before(element);
      width.observe(container);
    },
    draw(next) {
      summary = next;
      draw();
    },
    remove() {
      filterView.close();
      width.disconnect();
      render(null, root);
      element.remove();
    },
  };
}
