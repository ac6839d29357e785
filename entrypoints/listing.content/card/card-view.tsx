import { render } from 'preact';
import { CardControls } from './CardControls';
import cardButtonCss from './card-button.css?inline';
import cardControlsCss from './card-controls.css?inline';
import type { ListingPage } from '@/lib/content-script/listing/listing-page';
import type { CardView, ShownCard } from '@/lib/content-script/listing/listing-views';
import type { SiteCard } from '@/lib/sites/site';
import type { MakeHost } from '../hosts/shadow-hosts';
import type { PanelLoader } from '../panel/panel-loader';

/** A card's controls, in an overlay that takes no space in the layout. */
export function cardView(
  { paperId, title, corner }: SiteCard,
  page: ListingPage,
  panel: PanelLoader,
  makeHost: MakeHost,
): CardView {
  const { element, root } = makeHost('card', cardButtonCss + cardControlsCss, {
    position: 'absolute',
    inset: '0',
    zIndex: '10',
    borderRadius: 'inherit',
    pointerEvents: 'none',
  });

  const request = { paperId, title, anchor: element, onToggled: draw };
  let shown: ShownCard | undefined;
  function draw(): void {
    if (shown === undefined) return;
    const { filterEffect, failure } = shown;
    // Read by page.css.
    if (filterEffect === undefined) delete element.dataset['filterEffect'];
    else element.dataset['filterEffect'] = filterEffect;
    render(
      <CardControls
        {...shown}
        title={title}
        failure={failure?.code}
        open={panel.isOpen(paperId)}
        onClick={onClick}
        onRetry={() => void page.save(paperId)}
        onDismiss={() => page.isAlive() && page.changes.dismiss(paperId, !shown?.dismissed)}
        onSelect={(toHere) => {
          page.select(paperId, toHere);
          // Re-syncs the box, which the click toggled.
          draw();
        }}
      />,
      root,
    );
  }
  function onClick(): void {
    if (!page.isAlive()) return;
    if (shown?.saved) panel.toggle(request);
    else void page.save(paperId);
  }
  panel.moveTo(paperId, element, draw);
  return {
    get isPlaced() {
      return element.isConnected;
    },
    place(target) {
      if (element.parentNode === target) return;
      const isPositioned = getComputedStyle(target).position !== 'static';
      element.dataset['corner'] = isPositioned ? corner : 'top-left';
      if (!isPositioned) {
        // The card is not positioned: stay first in the flow.
        element.dataset['loose'] = '';
        Object.assign(element.style, { inset: 'auto', margin: '8px' });
      }
      // Neither first nor last: pages style those (`:last-child`).
      target.insertBefore(element, isPositioned ? target.lastElementChild : target.firstChild);
    },
    draw(next) {
      shown = next;
      draw();
      panel.draw(paperId);
    },
    openPanel(at) {
      if (!shown?.saved) void page.save(paperId);
      panel.open({ ...request, at });
    },
    remove() {
      panel.lose(paperId, element);
      render(null, root);
      element.remove();
    },
  };
}
