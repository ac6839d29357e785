import { render } from 'preact';
import { CardControls } from './CardControls';
import cardButtonCss from './card-button.css?inline';
import cardControlsCss from './card-controls.css?inline';
import type { ListingPage } from '@/lib/content-script/listing/listing-page';
import type { CardView, ShownCard } from '@/lib/content-script/listing/listing-views';
import type { SiteCard } from '@/lib/sites/site-reader';
import type { MakeHost } from '../hosts/shadow-hosts';
import type { LazyListing } from '../lazy/lazy-listing';

/** A card's controls, in an overlay without space in the layout. */
export function cardView(
  { paperId, title, corner }: SiteCard,
  page: ListingPage,
  lazy: LazyListing,
  makeHost: MakeHost,
): CardView {
  const { element, root } = makeHost(cardButtonCss + cardControlsCss, {
    position: 'absolute',
    inset: '0',
    zIndex: '10',
    borderRadius: 'inherit',
    pointerEvents: 'none',
  });

  const button = () => root.querySelector<HTMLElement>('.ps-card-button') ?? element;
  const panelPlace = { title, anchor: element, button, onToggled: draw };
  let shown: ShownCard | undefined;
  let isPositioned = true;
  function draw(): void {
    if (shown === undefined) return;
    const { filterEffect, failure } = shown;
    // Read by page.css. Other state is in no attribute: pages read these.
    element.dataset['papershelf'] = filterEffect === 'hide' ? 'hide' : '';
    render(
      <CardControls
        {...shown}
        title={title}
        failure={failure?.code}
        open={lazy.ui?.panel.isOpen(paperId) ?? false}
        onClick={onClick}
        onRetry={() => void page.save(paperId)}
        onDismiss={onDismiss}
        onSelect={(toHere) => {
          lazy.load(({ commands }) => {
            commands.select(paperId, toHere);
            // Re-syncs the box toggled by the click.
            draw();
          });
        }}
      />,
      root,
    );
  }
  function onClick(): void {
    if (!page.isAlive()) return;
    if (shown?.saved) lazy.load((ui) => ui.panel.toggle(paperId, panelPlace));
    else void page.save(paperId);
  }
  function onDismiss(): void {
    if (!page.isAlive()) return;
    const dismissed = !shown?.dismissed;
    const dismissal = page.papers.dismiss(paperId, dismissed);
    // Reported once the lazy script loads.
    dismissal.catch(() => {});
    lazy.load(({ commands }) => commands.changes.dismiss(paperId, dismissed, dismissal));
  }
  lazy.ui?.panel.moveTo(paperId, panelPlace);
  return {
    get isPlaced() {
      return element.isConnected;
    },
    measure(target) {
      if (element.parentNode === target) return;
      isPositioned = getComputedStyle(target).position !== 'static';
    },
    place(target) {
      if (element.parentNode === target) return;
      element.dataset['corner'] = isPositioned ? corner : 'top-left';
      if (!isPositioned) {
        // An unpositioned card: stay first in the flow.
        element.dataset['loose'] = '';
        Object.assign(element.style, { inset: 'auto', margin: '8px' });
      }
      // Neither first nor last: pages style those.
      target.insertBefore(element, isPositioned ? target.lastElementChild : target.firstChild);
    },
    draw(next) {
      shown = next;
      draw();
      lazy.ui?.panel.draw(paperId);
    },
    panelPlace,
    remove() {
      lazy.ui?.panel.lose(paperId, element);
      render(null, root);
      element.remove();
    },
  };
}
