import { nativeProperty } from '@/lib/shared/dom-names';
import type { PaperId } from '@/lib/papers/paper-id';
import type { SiteCard } from '@/lib/sites/site-reader';
import type { ListingState } from './listing-state';
import type {
  CardView,
  FootView,
  ListingViews,
  PageSummary,
  PlacedView,
  ShownCard,
} from './listing-views';

interface MountedCard {
  card: SiteCard;
  view: CardView;
  drawn: ShownCard | undefined;
}

/** Draws card views, page bar and foot bar. */
export class ListingRenderer {
  readonly #mounted = new Map<Element, MountedCard>();
  #bar: PlacedView<PageSummary> | undefined;
  #summary: PageSummary | undefined;
  #foot: FootView | undefined;
  #isDue = false;

  /** @param onGone called when an element no longer shows its paper */
  constructor(
    private readonly state: ListingState,
    private readonly views: ListingViews,
    private readonly onGone: (element: Element) => void,
  ) {}

  ids(): PaperId[] {
    return [...this.#mounted.values()].map(({ card }) => card.paperId);
  }

  /** The paper of the card around `node`. */
  paperAt(node: Element): PaperId | undefined {
    return this.cardAround(node)?.card.paperId;
  }

  /** The card with a view around `node`. */
  cardAround(node: Element): MountedCard | undefined {
    for (let at: Element | null = node; at; at = nativeProperty(at, 'parentElement')) {
      const mounted = this.#mounted.get(at);
      if (mounted !== undefined) return mounted;
    }
    return undefined;
  }

  viewOf(id: PaperId): CardView | undefined {
    return [...this.#mounted.values()].find(({ card }) => card.paperId === id)?.view;
  }

  /** By the filter; false for other elements. */
  isHidden(element: Element): boolean {
    return this.#mounted.get(element)?.drawn?.filterEffect === 'hide';
  }

  /** Makes the card's view, replacing another paper's. Idempotent. */
  prepare(card: SiteCard): void {
    const former = this.#mounted.get(card.element);
    if (former?.card.paperId === card.paperId) return;
    if (former !== undefined) this.#remove(former);
    const mounted: MountedCard = { card, view: this.views.card(card), drawn: undefined };
    this.#mounted.set(card.element, mounted);
    this.#drawCard(mounted);
  }

  /** Puts views on their cards, again after a redraw. Idempotent. */
  place(cards: readonly SiteCard[]): void {
    const mounted = cards
      .map(({ element }) => this.#mounted.get(element))
      .filter((each) => each !== undefined);
    // All before any change: the browser would compute styles again.
    for (const { card, view } of mounted) view.measure(card.element);
    for (const { card, view } of mounted) view.place(card.element);
  }

  /** Adds or moves the page bar. Idempotent. */
  placeBar(container: Element): void {
    this.#bar ??= this.views.bar();
    this.#bar.place(container);
    this.#drawBarsSoon();
  }

  /** Focuses the foot bar; false without one. */
  focusFoot(): boolean {
    return this.#foot?.focus() ?? false;
  }

  /** Whether the page removed a card, or the view that filters one. */
  hasLost(): boolean {
    return [...this.#mounted.values()].some(
      ({ card, drawn, view }) => !(drawn?.filterEffect ? view.isPlaced : card.element.isConnected),
    );
  }

  /** Removes the views of all other cards. */
  dropOthers(cards: readonly SiteCard[]): void {
    const current = new Set(cards.map(({ element }) => element));
    for (const mounted of this.#mounted.values()) {
      if (!current.has(mounted.card.element)) this.#remove(mounted);
    }
  }

  /** Draws the bars, and one card or all. */
  draw(id?: PaperId): void {
    for (const mounted of this.#mounted.values()) {
      if (id === undefined || mounted.card.paperId === id) this.#drawCard(mounted);
    }
    this.#drawBarsSoon();
  }

  /** Also removes both bars. */
  clear(): void {
    this.dropOthers([]);
    this.#bar?.remove();
    this.#foot?.remove();
    this.#bar = this.#foot = this.#summary = undefined;
  }

  #remove({ card: { element }, view }: MountedCard): void {
    view.remove();
    this.#mounted.delete(element);
    this.onGone(element);
  }

  #drawCard(mounted: MountedCard): void {
    const shown = this.state.card(mounted.card.paperId);
    if (mounted.drawn !== undefined && isSame(mounted.drawn, shown)) return;
    mounted.drawn = shown;
    mounted.view.draw(shown);
  }

  #drawBar(summary: PageSummary): void {
    if (this.#summary !== undefined && isSame(this.#summary, summary)) return;
    this.#summary = summary;
    this.#bar?.draw(summary);
  }

  /** Once per microtask. */
  #drawBarsSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      const { listing } = this.state;
      if (listing === undefined) return;
      this.#drawBar(this.state.summary(listing));
      const foot = this.state.foot();
      if (foot.selected !== undefined || foot.notice !== undefined)
        this.#foot ??= this.views.foot();
      this.#foot?.draw(foot);
    });
  }
}

function isSame<T extends object>(one: T, other: T): boolean {
  return Object.keys(one).every((key) => Reflect.get(one, key) === Reflect.get(other, key));
}
