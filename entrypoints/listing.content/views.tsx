import { actByKey } from '@/lib/page/card-commands';
import type { ListingPage } from '@/lib/page/listing-page';
import type { ListingViews } from '@/lib/page/listing-views';
import { keyHandler } from '@/lib/page/page-keys';
import { barView } from './bar-view';
import { cardView } from './card-view';
import { footView } from './foot-view';
import { showKeysSheet } from './keys-sheet';
import type { MakeHost } from './own-hosts';
import { PanelView } from './panel-view';

/** All that is drawn on a listing, and its keys. */
export function listingViews(
  document: Document,
  page: ListingPage,
  makeHost: MakeHost,
  signal: AbortSignal,
): ListingViews {
  const panel = new PanelView(document, page, makeHost, signal);
  const onKeyDown = keyHandler(
    document,
    () => page.keys,
    (action) => page.isAlive() && actByKey(page, action),
  );
  // The last to be told: whatever the page does with a key goes first.
  document.defaultView?.addEventListener('keydown', onKeyDown, { signal });
  // What happens on ours is kept from the page, and so from there.
  const withKeys: MakeHost = (...options) => {
    const host = makeHost(...options);
    host.element.addEventListener('keydown', onKeyDown);
    return host;
  };
  return {
    card: (card) => cardView(card, page, panel, withKeys),
    bar: () => barView(page, withKeys),
    foot: () => footView(document, page, withKeys),
    showKeys: (keys) => showKeysSheet(document, keys, makeHost),
    closePanel: () => panel.close(),
  };
}
