import { actByKey } from '@/lib/page/card-commands';
import type { ListingPage } from '@/lib/page/listing-page';
import type { ListingViews } from '@/lib/page/listing-views';
import { listenForKeys } from '@/lib/page/page-keys';
import { barView } from './bar-view';
import { cardView } from './card-view';
import { footView } from './foot-view';
import { showKeysSheet } from './keys-sheet';
import type { MakeHost } from './own-hosts';
import { PanelView } from './panel-view';
import { withLateParts } from './with-late-parts';

/** All that is drawn on a listing, and its keys. */
export function listingViews(
  document: Document,
  page: ListingPage,
  makeHost: MakeHost,
  signal: AbortSignal,
): ListingViews {
  const panel = new PanelView(document, page, makeHost, withLateParts, signal);
  const onKeyDown = listenForKeys(
    document,
    () => page.keys,
    (action) => page.isAlive() && actByKey(page, action),
    signal,
  );
  const withKeys: MakeHost = (...options) => {
    const host = makeHost(...options);
    host.element.addEventListener('keydown', onKeyDown);
    return host;
  };
  return {
    card: (card) => cardView(card, page, panel, withKeys),
    bar: () => barView(page, withKeys),
    foot: () => footView(document, page, withKeys),
    showKeys: (keys) => showKeysSheet(document, keys, makeHost, withLateParts),
    closePanel: () => panel.close(),
  };
}
