import { changedParts, type CardFilter, type FilteredCard } from '@/lib/papers/card-filter';
import type { PaperId } from '@/lib/papers/paper-id';
import type { SiteCard } from '@/lib/sites/site';
import type { PageSettings } from '../page-settings';
import type { PageVisit } from '../listing/page-visit';
import { FilterVerdicts, type FilterEffect } from './filter-verdicts';

/** The reader's filter on a listing: when it is applied, and that it is kept. */
export class ListingFilter {
  readonly #verdicts = new FilterVerdicts();
  /** The visit whose cards were judged last. */
  #judged: PageVisit | undefined;
  #asked = false;

  /** @param cardOf what the filter looks at in a paper's card now */
  constructor(
    private readonly settings: PageSettings,
    private readonly cardOf: (id: PaperId) => FilteredCard,
  ) {}

  get filter(): CardFilter {
    return this.#verdicts.filter;
  }

  /** Whether the reader chose during this visit what is set aside. */
  get isAsked(): boolean {
    return this.#asked;
  }

  /** Has the cards of another visit judged by the filter that is kept by then. */
  startVisit(): void {
    this.#asked = false;
  }

  /** Goes by this filter from now on, here and on the listings to come. */
  use(filter: CardFilter): void {
    this.#asked = true;
    // Just that: another tab may have changed the rest.
    const changed = changedParts(this.filter, filter);
    this.#verdicts.use(filter);
    this.settings.keepFilter(changed);
  }

  /** Shows what is hidden, until the filter is next used. */
  lift(): void {
    this.#asked = true;
    this.#verdicts.lift();
  }

  hasJudged(visit: PageVisit | undefined): visit is PageVisit {
    return visit !== undefined && visit === this.#judged;
  }

  /**
   * Settles which of a visit's cards are set aside; false when all were settled before. A visit's
   * first cards are judged by the filter that was kept, unless the reader chose here by then; one
   * changed elsewhere later is for visits to come: nothing moves here.
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
   * How the card is set aside, undefined when it is not.
   * @param isDismissed whether it is dismissed and not saved
   */
  effectOn(id: PaperId, isDismissed: boolean): FilterEffect | undefined {
    return this.#verdicts.of(id, isDismissed);
  }
}
