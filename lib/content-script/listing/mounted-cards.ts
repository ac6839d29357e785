import type { PaperId } from '@/lib/papers/paper-id';
import type { SiteCard } from '@/lib/sites/site';
import type { CardView, ShownCard } from './listing-views';

interface MountedCard {
  card: SiteCard;
  view: CardView;
  drawn: ShownCard | undefined;
}

/** The cards that something of ours stands on. */
export class MountedCards {
  readonly #mounted = new Map<Element, MountedCard>();

  /**
   * @param shown what a paper's card tells now
   * @param onGone called when an element shows its paper no more
   */
  constructor(
    private readonly makeView: (card: SiteCard) => CardView,
    private readonly shown: (id: PaperId) => ShownCard,
    private readonly onGone: (element: Element) => void,
  ) {}

  /** The papers that they show. */
  ids(): PaperId[] {
    return [...this.#mounted.values()].map(({ card }) => card.paperId);
  }

  /** The paper whose card `node` is in. */
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
    // A page that draws the card anew may have dropped what it did not put there.
    mounted.view.place(card.element);
  }

  /** Whether the page took one of them away, or out of one what sets it aside. */
  hasLost(): boolean {
    return [...this.#mounted.values()].some(
      ({ card, drawn, view }) => !(drawn?.filterEffect ? view.isPlaced : card.element.isConnected),
    );
  }

  /** Takes ours off all elements but those of `cards`. */
  dropOthers(cards: readonly SiteCard[]): void {
    const current = new Set(cards.map(({ element }) => element));
    for (const mounted of this.#mounted.values()) {
      if (!current.has(mounted.card.element)) this.#remove(mounted);
    }
  }

  /** Draws what has changed, of one paper or of all. */
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
