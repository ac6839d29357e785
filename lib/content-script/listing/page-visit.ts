import { sleep } from '@/lib/shared/sleep';

/** If a page draws cards first, its URL follows within this time, ms. */
const ADDRESS_MAY_FOLLOW = 1000;
/** If a page sets its URL first, its cards follow within this time, ms. */
const CARDS_MAY_FOLLOW = 15_000;

/** Ids joined by spaces, and the listing's key. */
interface Cards {
  ids: string;
  key: string;
}

const NONE: Cards = { ids: '', key: '' };

/** A stay at one URL; decides whether cards belong to it. */
export class PageVisit {
  readonly #startedAt = Date.now();
  /** Of the previous URL; possibly still on the page. */
  #leftBehind = NONE;
  /** Known to belong to this URL. */
  #own = NONE;
  /** Sharing no card with `#own`; `since` in ms since epoch. */
  #others = { ids: '', since: 0 };

  constructor(
    readonly url: URL,
    before: PageVisit | undefined,
  ) {
    if (before !== undefined) {
      this.#leftBehind = before.#own === NONE ? before.#leftBehind : before.#own;
    }
  }

  /** Ignores the fragment. */
  isTo({ pathname, search }: URL): boolean {
    return this.url.pathname === pathname && this.url.search === search;
  }

  /**
   * Whether these cards belong to this URL; false when `signal` aborts first. Waits while they may be
   * the previous listing's, after an in-page navigation, or, all different, precede their URL.
   */
  async owns(cards: Cards, signal: AbortSignal): Promise<boolean> {
    const { ids, key } = cards;
    const left = this.#leftBehind;
    if (ids !== '' && ids === left.ids && key !== left.key) {
      await sleep(this.#startedAt + CARDS_MAY_FOLLOW - Date.now(), signal);
    }
    if (this.#own.ids !== '' && !shareCards(ids, this.#own.ids)) {
      if (ids !== this.#others.ids) this.#others = { ids, since: Date.now() };
      await sleep(this.#others.since + ADDRESS_MAY_FOLLOW - Date.now(), signal);
    }
    if (signal.aborted) return false;
    this.#own = cards;
    this.#leftBehind = NONE;
    return true;
  }
}

function shareCards(ids: string, others: string): boolean {
  const known = new Set(others.split(' '));
  return ids.split(' ').some((id) => known.has(id));
}
