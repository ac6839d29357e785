import {
  DEFAULT_CARD_FILTER,
  isFiltered,
  type CardFilter,
  type FilteredCard,
} from '@/lib/papers/card-filter';
import type { PaperId } from '@/lib/papers/paper-id';

/** How a card that is set aside is shown. */
export type FilterEffect = CardFilter['how'];

interface Verdict {
  /** Set aside as it was by then. */
  asItWas: boolean;
  /** Set aside whether dismissed or not. */
  anyway: boolean;
}

/**
 * Which cards are set aside. That is settled when a card is judged, and stays: nothing moves under
 * the pointer because it was read or dismissed meanwhile. Only paling follows a dismissal at once.
 */
export class FilterVerdicts {
  #filter = DEFAULT_CARD_FILTER;
  #lifted = false;
  readonly #verdicts = new Map<PaperId, Verdict>();

  get filter(): CardFilter {
    return this.#filter;
  }

  /** Takes another filter; all cards are to be judged again. */
  use(filter: CardFilter): void {
    this.#filter = filter;
    this.forget();
  }

  /** Has all cards judged again, as those of another visit. */
  forget(): void {
    this.#lifted = false;
    this.#verdicts.clear();
  }

  /** Shows what is hidden, until the filter is next used. */
  lift(): void {
    this.#lifted = true;
  }

  /** Judges a card, unless it has been; false then. */
  judge(id: PaperId, card: FilteredCard): boolean {
    if (this.#verdicts.has(id)) return false;
    this.#verdicts.set(id, {
      asItWas: isFiltered(this.#filter, card),
      anyway: isFiltered(this.#filter, { ...card, dismissed: false }),
    });
    return true;
  }

  /**
   * How the card is set aside, undefined when it is not.
   * @param isDismissed whether it is dismissed and not saved
   */
  of(id: PaperId, isDismissed: boolean): FilterEffect | undefined {
    const { asItWas, anyway } = this.#verdicts.get(id) ?? {};
    const hides = this.#filter.how === 'hide' && !this.#lifted;
    if (hides && asItWas) return 'hide';
    return anyway || (this.#filter.dismissed && isDismissed) ? 'dim' : undefined;
  }
}
