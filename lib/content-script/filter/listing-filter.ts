import type { CardFilter, FilteredCard } from '@/lib/papers/card-filter';
import type { PaperId } from '@/lib/papers/paper-id';
import type { SiteCard } from '@/lib/sites/site-reader';
import type { PageSettings } from '../page-settings';
import type { PageVisit } from '../listing/page-visit';
import { FilterVerdicts, type FilterEffect } from './filter-verdicts';

/** A listing's filter: when it applies, and its storage. */
export class ListingFilter {
  readonly #verdicts = new FilterVerdicts();
  /** Judged last. */
  #judged: PageVisit | undefined;
  #asked = false;

  /** @param cardOf a paper's current facts */
  constructor(
    private readonly settings: PageSettings,
    private readonly cardOf: (id: PaperId) => FilteredCard,
  ) {}

  get filter(): CardFilter {
    return this.#verdicts.filter;
  }

  /** Whether the reader changed the filtering during this visit. */
  get isAsked(): boolean {
    return this.#asked;
  }

  /** Resets `isAsked`; verdicts last until `judge`. */
  startVisit(): void {
    this.#asked = false;
  }

  /** Applies to this visit. */
  use(parts: Partial<CardFilter>): void {
    this.#asked = true;
    this.#verdicts.use({ ...this.filter, ...parts });
  }

  /** Until the filter or visit changes. */
  lift(): void {
    this.#asked = true;
    this.#verdicts.lift();
  }

  hasJudged(visit: PageVisit | undefined): visit is PageVisit {
    return visit !== undefined && visit === this.#judged;
  }

  /**
   * Judges a visit's cards; false when all were judged. A new visit uses the stored filter, unless
   * the reader changed it here. Changes elsewhere wait for the next visit: nothing moves.
   */
  judge(visit: PageVisit, cards: readonly SiteCard[]): boolean {
    if (!this.hasJudged(visit)) {
      const { filter } = this.settings;
      if (filter === undefined || this.#asked) this.#verdicts.forget();
      else this.#verdicts.use(filter);
    }
    this.#judged = visit;
    const judged = cards.map(({ paperId }) => this.#verdicts.judge(paperId, this.cardOf(paperId)));
    return judged.includes(true);
  }

  /**
   * How the card is filtered, if it is.
   * @param isDismissed dismissed and not saved
   */
  effectOn(id: PaperId, isDismissed: boolean): FilterEffect | undefined {
    return this.#verdicts.of(id, isDismissed);
  }
}
