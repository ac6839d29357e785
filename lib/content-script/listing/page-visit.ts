import { sleep } from '../dom/time-slice';

/** A page that draws cards and then sets its address does so within this time, ms. */
const ADDRESS_MAY_FOLLOW = 1000;
/** A page that sets its address and then draws its cards does so within this time, ms. */
const CARDS_MAY_FOLLOW = 15_000;

/** Cards (their ids, joined by spaces), and the key of the listing that they were read as. */
interface Cards {
  ids: string;
  key: string;
}

const NONE: Cards = { ids: '', key: '' };

/** The reader's stay at one address, however it was reached: it tells whose cards stand there. */
export class PageVisit {
  readonly #startedAt = Date.now();
  /** The cards of the address before: they may still stand on the page. */
  #leftBehind = NONE;
  /** The cards that are surely this address's. */
  #own = NONE;
  /** Quite other cards than those, and since when they stand there (ms since epoch). */
  #others = { ids: '', since: 0 };

  constructor(
    readonly url: URL,
    before: PageVisit | undefined,
  ) {
    if (before !== undefined) {
      this.#leftBehind = before.#own === NONE ? before.#leftBehind : before.#own;
    }
  }

  /** Whether `url` is the same page, if perhaps another place on it. */
  isTo({ pathname, search }: URL): boolean {
    return this.url.pathname === pathname && this.url.search === search;
  }

  /**
   * Whether these cards are surely this address's. After an in-page navigation they may be those of
   * the page before, unless that was the same listing, or they stay; and when quite other cards come
   * without one, their address may be about to follow. Both are waited for, unless `signal` aborts.
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
