import {
  DEFAULT_CARD_FILTER,
  isFiltered,
  type CardFilter,
  type FilteredCard,
} from '@/lib/papers/card-filter';
import type { PaperId } from '@/lib/papers/paper-id';

export type FilterEffect = CardFilter['how'];

interface Verdict {
  /** Filtered when judged. */
  asItWas: boolean;
  /** Filtered even if not dismissed. */
  anyway: boolean;
}

/**
 * Which cards are filtered. Verdicts last, so that nothing moves under the pointer when a paper is
 * read or dismissed; only dimming follows a dismissal.
 */
export class FilterVerdicts {
  #filter = DEFAULT_CARD_FILTER;
  #lifted = false;
  readonly #verdicts = new Map<PaperId, Verdict>();

  get filter(): CardFilter {
    return this.#filter;
  }

  /** Also forgets all verdicts. */
  use(filter: CardFilter): void {
    this.#filter = filter;
    this.forget();
  }

  /** Also ends `lift`. */
  forget(): void {
    this.#lifted = false;
    this.#verdicts.clear();
  }

  /** Dims hidden cards, until `use` or `forget`. */
  lift(): void {
    this.#lifted = true;
  }

  /** False when judged before. */
  judge(id: PaperId, card: FilteredCard): boolean {
    if (this.#verdicts.has(id)) return false;
    this.#verdicts.set(id, {
      asItWas: isFiltered(this.#filter, card),
      anyway: isFiltered(this.#filter, { ...card, dismissed: false }),
    });
    return true;
  }

  /**
   * How the card is filtered, if it is.
   * @param isDismissed dismissed and not saved
   */
  of(id: PaperId, isDismissed: boolean): FilterEffect | undefined {
    const { asItWas, anyway } = this.#verdicts.get(id) ?? {};
    const hides = this.#filter.how === 'hide' && !this.#lifted;
    if (hides && asItWas) return 'hide';
    return anyway || (this.#filter.dismissed && isDismissed) ? 'dim' : undefined;
  }
}
