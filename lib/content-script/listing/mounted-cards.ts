import type { PaperId } from '@/lib/papers/paper-id';
import type { SiteCard } from '@/lib/sites/site';
import type { CardView, ShownCard } from './listing-views';

interface MountedCard {
  card: SiteCard;
  view: CardView;
  drawn: ShownCard | undefined;
}

/** The cards that carry views. */
export class MountedCards {
  readonly #mounted = new Map<Element, MountedCard>();

  /**
   * @param shown the current content of a paper's card
   * @param onGone called when an element no longer shows its paper
   */
  constructor(
    private readonly makeView: (card: SiteCard) => CardView,
    private readonly shown: (id: PaperId) => ShownCard,
    private readonly onGone: (element: Element) => void,
  ) {}

  ids(): PaperId[] {
    return [...this.#mounted.values()].map(({ card }) => card.paperId);
  }

  /** The paper of the card around `node`. */
  paperAt(node: Element): PaperId | undefined {
    for (let at: Element | null = node; at !== null; at = at.parentElement) {
      const mounted = this.#mounted.get(at);
      if (mounted !== undefined) return mounted.card.paperId;
    }
    return undefined;
  }

  viewOf(id: PaperId): CardView | undefined {
    return [...this.#mounted.values()].find(({ card }) => card.paperId === id)?.view;
  }

  mount(card: SiteCard): void {
    let mounted = this.#mounted.get(card.element);
    if (mounted?.card.paperId !== card.paperId) {
      if (mounted !== undefined) this.#remove(mounted);
      mounted = { card, view: this.makeView(card), drawn: undefined };
      this.#mounted.set(card.element, mounted);
      this.#draw(mounted);
    }
    // The page may have dropped it while redrawing.
    mounted.view.place(card.element);
  }

  /** Whether the page removed a card, or the view that filters one. */
  hasLost(): boolean {
    return [...this.#mounted.values()].some(
      ({ card, drawn, view }) => !(drawn?.filterEffect ? view.isPlaced : card.element.isConnected),
    );
  }

  dropOthers(cards: readonly SiteCard[]): void {
    const current = new Set(cards.map(({ element }) => element));
    for (const mounted of this.#mounted.values()) {
      if (!current.has(mounted.card.element)) this.#remove(mounted);
    }
  }

  draw(id?: PaperId): void {
    for (const mounted of this.#mounted.values()) {
      if (id === undefined || mounted.card.paperId === id) this.#draw(mounted);
    }
  }

  #remove({ card: { element }, view }: MountedCard): void {
    view.remove();
    this.#mounted.delete(element);
    this.onGone(element);
  }

  #draw(mounted: MountedCard): void {
    const shown = this.shown(mounted.card.paperId);
    if (mounted.drawn !== undefined && isSame(mounted.drawn, shown)) return;
    mounted.drawn = shown;
    mounted.view.draw(shown);
  }
}

function isSame<T extends object>(one: T, other: T): boolean {
  return Object.keys(one).every((key) => Reflect.get(one, key) === Reflect.get(other, key));
}
