import type { CardFilter } from '@/lib/papers/card-filter';
import type { Failure } from '@/lib/shared/failure';
import type { Rise } from '@/lib/papers/rise';
import type { SiteCard } from '@/lib/sites/site-reader';
import type { Notice } from './listing-state';
import type { FilterEffect } from '../filter/filter-verdicts';
import type { ShownPaper } from '../shown-papers';

/** What a card shows. */
export interface ShownCard extends ShownPaper {
  /** Not seen before this visit. */
  isNew: boolean;
  /** Since the last visit, if notable. */
  rise: Rise | undefined;
  filterEffect: FilterEffect | undefined;
  /** Undefined outside selection mode. */
  selected: boolean | undefined;
  /** Keys act on it. */
  isCurrent: boolean;
}

/** What the page bar shows. */
export interface PageSummary {
  cardsFound: number;
  cardsRead: number;
  /** Undefined until the background answered. */
  newCards: number | undefined;
  /** ms since epoch; null for never; undefined until known. */
  lastVisitAt: number | null | undefined;
  saved: number;
  read: number;
  hidden: number;
  dimmed: number;
  filter: CardFilter;
  /** Whether the reader changed the filtering on this visit; its effect is then shown. */
  asked: boolean;
  selecting: boolean;
  /** Why recording failed. */
  failure: Failure | undefined;
}

/** What the bar at the bottom of the window shows. */
export interface ShownFoot {
  /** Undefined outside selection mode. */
  selected: number | undefined;
  notice: Notice | undefined;
}

/** An element of the extension, outside the page's layout. */
export interface View<T> {
  draw(shown: T): void;
  remove(): void;
}

/** A view attached to a page element. */
export interface PlacedView<T> extends View<T> {
  /** Attaches it to `target`. Idempotent. */
  place(target: Element): void;
}

/** The button that the panel of a paper belongs to. */
export interface PanelPlace {
  title: string;
  /** The host of the button. */
  anchor: HTMLElement;
  /** In a closed shadow root, where only its view finds it. */
  button: () => HTMLElement;
  /** Called when the panel opens or closes. */
  onToggled: () => void;
}

export interface CardView extends PlacedView<ShownCard> {
  /** The page may have removed it. */
  readonly isPlaced: boolean;
  /** Where the paper's panel opens. */
  readonly panelPlace: PanelPlace;
}

export interface FootView extends View<ShownFoot> {
  /** Focuses the first control; false without one. */
  focus(): boolean;
}

/** The view factory, injected so that this layer does not depend on Preact. */
export interface ListingViews {
  card(card: SiteCard): CardView;
  bar(): PlacedView<PageSummary>;
  foot(): FootView;
  closePanel(): void;
}
