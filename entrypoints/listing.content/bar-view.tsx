import { render } from 'preact';
import { PageBar } from '@/components/page/PageBar';
import barCss from '@/components/page/page-bar.css?inline';
import controlsCss from '@/components/styles/controls.css?inline';
import tokensCss from '@/components/styles/tokens.css?inline';
import type { ListingPage, PageSummary, View } from '@/lib/page/listing-page';
import { createShadowHost } from '@/lib/page/shadow-host';

/**
 * The page bar. It stands in the blank between the heading and the cards: out of the flow, at the
 * place where the flow would have put it, moved up by its own height.
 */
export function barView(
  document: Document,
  page: ListingPage,
  themed: (element: HTMLElement) => void,
): View<PageSummary> {
  const { element, root } = createShadowHost(document, 'bar', tokensCss + controlsCss + barCss, {
    position: 'absolute',
    zIndex: '1',
    transform: 'translateY(calc(-100% - 6px))',
    // Where the blank is smaller than it, what is underneath stays usable.
    pointerEvents: 'none',
  });
  themed(element);
  return {
    place(container) {
      if (container.previousSibling !== element) container.before(element);
    },
    draw: ({ failure, ...summary }) =>
      render(
        <PageBar {...summary} failure={failure?.code} onRetry={() => void page.read()} />,
        root,
      ),
    remove() {
      render(null, root);
      element.remove();
    },
  };
}
