import { listenForKeys } from '@/lib/content-script/listen-for-keys';
import type { ListingPage } from '@/lib/content-script/listing/listing-page';
import type { ListingViews } from '@/lib/content-script/listing/listing-views';
import { listen } from '@/lib/shared/trusted-events';
import type { PageAction } from '@/lib/keyboard/page-keys';
import { barView } from './bar/bar-view';
import { cardView } from './card/card-view';
import { footLoader } from './foot/foot-loader';
import type { MakeHost } from './hosts/shadow-hosts';
import { LazyListing } from './lazy/lazy-listing';

/** Actions without a current card or earlier action. */
const FIRST_ACTIONS: ReadonlySet<PageAction> = new Set(['help', 'next', 'previous']);

/** Also handles the listing's keys until `signal` aborts. */
export function listingViews(
  document: Document,
  page: ListingPage,
  makeHost: MakeHost,
  signal: AbortSignal,
): ListingViews {
  const lazy = new LazyListing(() => ({ page, makeHost, makeHostWithKeys, signal }));
  let opensField = false;
  function act(action: PageAction): boolean {
    if (!page.isAlive()) return false;
    if (lazy.ui !== undefined) return lazy.ui.commands.act(action);
    // Later keys wait for the first one.
    if (!lazy.isLoading && !FIRST_ACTIONS.has(action)) return false;
    // After `n` or `t`, typing is text, never a command.
    if (!opensField) lazy.load(({ commands }) => commands.act(action));
    opensField ||= action === 'note' || action === 'tag';
    return true;
  }
  const onKeyDown = listenForKeys(document, () => page.keys, act, signal);
  const makeHostWithKeys: MakeHost = (...options) => {
    const host = makeHost(...options);
    // Inside: outside a closed root, events do not show their element.
    listen(host.root, 'keydown', onKeyDown);
    return host;
  };
  // A frame loaded while the pointer moves opens without a wait. Wherever it moves: a page sees the
  // added frame, and must not learn which paper is saved.
  const prepared = new AbortController();
  const prepare = (): void => {
    if (!page.isAlive() || page.state.listing === undefined) return;
    prepared.abort();
    lazy.load(() => {});
  };
  const ends = AbortSignal.any([signal, prepared.signal]);
  listen(document, 'pointermove', prepare, { signal: ends, passive: true });
  return {
    card: (card) => cardView(card, page, lazy, makeHostWithKeys),
    bar: () => barView(page, lazy, makeHostWithKeys),
    foot: () => footLoader(lazy),
    closePanel: () => lazy.ui?.panel.close(),
  };
}
