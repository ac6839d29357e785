import { actByKey } from '@/lib/content-script/listing/card-commands';
import type { ListingPage } from '@/lib/content-script/listing/listing-page';
import type { ListingViews } from '@/lib/content-script/listing/listing-views';
import { listenForKeys } from '@/lib/content-script/listen-for-keys';
import { barView } from './bar/bar-view';
import { cardView } from './card/card-view';
import { footLoader } from './foot/foot-loader';
import type { MakeHost } from './hosts/shadow-hosts';
import { PanelLoader } from './panel/panel-loader';
import { loadLazyUi } from './lazy/load-lazy-ui';

/** The views of a listing, and its keys. */
export function listingViews(
  document: Document,
  page: ListingPage,
  makeHost: MakeHost,
  signal: AbortSignal,
): ListingViews {
  const panel = new PanelLoader(document, page, makeHost, loadLazyUi, signal);
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
    foot: () => footLoader((ui) => ui.foot(document, page, withKeys), loadLazyUi),
    showKeys: (keys) => loadLazyUi((ui) => ui.showKeys(document, keys, makeHost)),
    closePanel: () => panel.close(),
  };
}
