import type { ListingPage, ListingViews } from '@/lib/page/listing-page';
import { followPageTheme } from '@/lib/page/page-theme';
import { barView } from './bar-view';
import { cardView } from './card-view';
import { PanelView } from './panel-view';

/** All that is drawn on a listing, in the theme of its page. */
export function listingViews(
  document: Document,
  page: ListingPage,
  signal: AbortSignal,
): ListingViews {
  const hosts = new Set<WeakRef<HTMLElement>>();
  let theme: 'light' | 'dark' = 'light';
  const themed = (element: HTMLElement) => {
    element.style.colorScheme = theme;
    hosts.add(new WeakRef(element));
  };
  followPageTheme(
    document,
    (current) => {
      theme = current;
      for (const host of hosts) {
        const element = host.deref();
        if (element === undefined) hosts.delete(host);
        else element.style.colorScheme = theme;
      }
    },
    signal,
  );
  const panel = new PanelView(document, page, themed, signal);
  return {
    card: (card) => cardView(document, card, page, panel, themed),
    bar: () => barView(document, page, themed),
  };
}
