import { pause } from './time-slice';

/** A page that draws cards and then sets its address does so within this time, ms. */
const ADDRESS_MAY_FOLLOW = 1000;

/** The reader's stay at one address, however it was reached: it tells whose cards stand there. */
export class PageVisit {
  /** ms since epoch. */
  readonly startedAt = Date.now();
  /** The cards of the address before: they may still stand on the page. */
  #leftBehind: string;
  /** The cards that are surely this address's. */
  #own = '';
  /** Quite other cards than those, and since when they stand there (ms since epoch). */
  #others = { ids: '', since: 0 };

  constructor(
    readonly url: URL,
    before: PageVisit | undefined,
  ) {
    this.#leftBehind = before === undefined ? '' : before.#own || before.#leftBehind;
  }

  /** Whether `url` is the same page, if perhaps another place on it. */
  isTo({ pathname, search }: URL): boolean {
    return this.url.pathname === pathname && this.url.search === search;
  }

  /**
   * Whether the cards with these ids (joined by spaces) are surely this address's. Right after an
   * in-page navigation they may be those of the page before; and when quite other cards come
   * without one, their address may be about to follow, which is waited for unless `signal` aborts.
   */
  async owns(ids: string, signal: AbortSignal): Promise<boolean> {
    if (ids !== '' && ids === this.#leftBehind) return false;
    if (this.#own !== '' && !shareCards(ids, this.#own)) {
      if (ids !== this.#others.ids) this.#others = { ids, since: Date.now() };
      await pause(this.#others.since + ADDRESS_MAY_FOLLOW - Date.now(), signal);
    }
    if (signal.aborted) return false;
    this.#own = ids;
    this.#leftBehind = '';
    return true;
  }
}

function shareCards(ids: string, others: string): boolean {
  const known = new Set(others.split(' '));
  return ids.split(' ').some((id) => known.has(id));
}
