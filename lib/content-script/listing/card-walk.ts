import type { PaperId } from '@/lib/papers/paper-id';
import type { SiteReader, SiteCard } from '@/lib/sites/site-reader';
import { withoutNames } from '@/lib/shared/dom-names';
import { listen } from '@/lib/shared/trusted-events';
import { titleLink } from '../seen/paper-links';
import { isOwnElement } from '../dom/shadow-host';

/** Scroll margins of the current card, px; `BELOW` clears the foot bar. */
const ABOVE = 12;
const BELOW = 72;

/** The current card when navigating by keys; its title has the focus. */
export class CardWalk {
  /** Kept after `leave`. */
  #last: PaperId | undefined;

  /**
   * @param cursor holds the current card's paper
   * @param cardOf the paper whose card contains an element
   */
  constructor(
    document: Document,
    private readonly site: SiteReader,
    private readonly cursor: { current: PaperId | undefined },
    cardOf: (element: Element) => PaperId | undefined,
    signal: AbortSignal,
  ) {
    // By Tab or a click.
    const follow = ({ target }: FocusEvent) => {
      if (this.cursor.current === undefined || !(target instanceof Element)) return;
      const id = cardOf(target);
      if (id !== undefined || !isOwnElement(target)) this.#go(id);
    };
    listen(document, 'focusin', follow, { signal });
  }

  get current(): PaperId | undefined {
    return this.cursor.current;
  }

  /** Moves to the next (1) or previous (-1) card, initially to the first in view. */
  step(cards: readonly SiteCard[], by: 1 | -1): boolean {
    const at = cards.findIndex(({ paperId }) => paperId === this.current);
    const next = at < 0 ? firstInView(cards) : cards[at + by];
    if (next === undefined) return at >= 0;
    this.#go(next.paperId);
    scrollToCard(next.element);
    this.focus(cards);
    return true;
  }

  /** Focuses the title of the current or last card. */
  focus(cards: readonly SiteCard[]): void {
    const card = cards.find(({ paperId }) => paperId === this.#last);
    const title = card && titleLink(this.site, card.element, card.paperId);
    title?.focus({ preventScroll: true });
  }

  /** Unsets the current card; `focus` still returns to it. */
  leave(): void {
    this.#go(undefined);
  }

  #go(id: PaperId | undefined): void {
    this.cursor.current = id;
    this.#last = id ?? this.#last;
  }
}

function firstInView(cards: readonly SiteCard[]): SiteCard | undefined {
  const places = cards.map(({ element }) => element.getBoundingClientRect());
  const height = viewHeight();
  const whole = places.findIndex(({ top }) => top >= 0 && top < height);
  return cards[whole < 0 ? places.findIndex(({ bottom }) => bottom > 0) : whole] ?? cards.at(-1);
}

function scrollToCard(card: Element): void {
  const height = viewHeight();
  const { top, bottom } = card.getBoundingClientRect();
  const over = top - ABOVE;
  const under = bottom + BELOW - height;
  const by = over < 0 ? over : Math.min(over, Math.max(0, under));
  // Smooth scrolling is too slow for a held key.
  const isFar = Math.abs(by) > height;
  const isStill = isFar || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (by !== 0) window.scrollBy({ top: by, behavior: isStill ? 'instant' : 'smooth' });
}

/** Without a horizontal scroll bar, px. */
function viewHeight(): number {
  return withoutNames(document).documentElement.clientHeight;
}
