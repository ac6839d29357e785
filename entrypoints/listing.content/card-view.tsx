import { render } from 'preact';
import { CardButton } from '@/components/page/CardButton';
import cardButtonCss from '@/components/page/card-button.css?inline';
import controlsCss from '@/components/styles/controls.css?inline';
import tokensCss from '@/components/styles/tokens.css?inline';
import type { ListingPage, View } from '@/lib/page/listing-page';
import { createShadowHost } from '@/lib/page/shadow-host';
import type { ShownPaper } from '@/lib/page/shown-papers';
import type { Corner, SiteCard } from '@/lib/sites/site';
import type { PanelView } from './panel-view';

const INSET = '8px';

const PLACES: Record<Corner, Partial<CSSStyleDeclaration>> = {
  'top-right': { top: INSET, right: INSET },
  'top-left': { top: INSET, left: INSET },
  'bottom-right': { bottom: INSET, right: INSET },
};

/** The button in a corner of a card, out of the flow, so that it takes no room in it. */
export function cardView(
  document: Document,
  { paperId, title, corner }: SiteCard,
  page: ListingPage,
  panel: PanelView,
  themed: (element: HTMLElement) => void,
): View<ShownPaper> {
  const css = tokensCss + controlsCss + cardButtonCss;
  const { element, root } = createShadowHost(document, 'card', css, {
    position: 'absolute',
    zIndex: '10',
    width: '30px',
    height: '30px',
  });
  themed(element);

  let shown = page.papers.get(paperId);
  let opensWhenSaved = false;
  function draw(): void {
    render(
      <CardButton
        title={title}
        saved={shown.saved}
        failure={shown.failure?.code}
        open={panel.isOpen(paperId)}
        onClick={onClick}
        onRetry={() => void page.save(paperId)}
      />,
      root,
    );
  }
  function onClick(): void {
    if (!page.isAlive()) return;
    if (!shown.saved) void page.save(paperId);
    else if (shown.state.entry !== null) panel.toggle(paperId, title, element, draw);
    // Shown as saved a moment before it is; only then is there something to open.
    else opensWhenSaved = true;
  }
  panel.moveTo(paperId, element, draw);
  return {
    place(target) {
      if (element.parentNode === target) return;
      const isPositioned = getComputedStyle(target).position !== 'static';
      element.dataset.corner = isPositioned ? corner : 'top-left';
      // Without a card to refer to, it stays where the flow would have put it: at the beginning.
      Object.assign(element.style, isPositioned ? PLACES[corner] : { margin: INSET });
      // Neither first nor last: pages style those (`:last-child`), and must not be restyled.
      target.insertBefore(element, isPositioned ? target.lastElementChild : target.firstChild);
    },
    draw(next) {
      shown = next;
      draw();
      panel.draw(paperId);
      const isSettled = shown.state.entry !== null || !shown.saved;
      if (opensWhenSaved && isSettled) {
        opensWhenSaved = false;
        if (shown.saved) panel.toggle(paperId, title, element, draw);
      }
    },
    remove() {
      panel.lose(paperId, element);
      render(null, root);
      element.remove();
    },
  };
}
