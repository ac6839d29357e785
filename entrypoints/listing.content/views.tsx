import type { ListingPage, ListingViews } from '@/lib/page/listing-page';
import { followPageTheme } from '@/lib/page/page-theme';
import { OURS } from '@/lib/page/shadow-host';
import type { Site } from '@/lib/sites/site';
import { barView } from './bar-view';
import { cardView } from './card-view';
import { PanelView } from './panel-view';

/** All that is drawn on a listing, in the theme of its page. */
export function listingViews(
  document: Document,
  site: Site,
  page: ListingPage,
  signal: AbortSignal,
): ListingViews {
  const themed = (element: HTMLElement) => {
    element.style.colorScheme = site.isDark(document) ? 'dark' : 'light';
  };
  followPageTheme(
    document,
    site.isDark,
    () => {
      for (const element of document.querySelectorAll<HTMLElement>(OURS)) themed(element);
    },
    signal,
  );
  const panel = new PanelView(document, page, themed, signal);
  return {
    card: (card) => cardView(document, card, page, panel, themed),
    bar: () => barView(document, page, themed),
  };
}
