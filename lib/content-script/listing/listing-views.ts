import type { CardFilter } from '@/lib/papers/card-filter';
import type { Failure } from '@/lib/shared/failure';
import type { SiteChange } from '@/lib/papers/reading-health';
import type { Rise } from '@/lib/papers/rise';
import type { SiteCard } from '@/lib/sites/site-reader';
import type { Notice } from './listing-state';
import type { FilterEffect } from '../filter/filter-verdicts';
import type { ShownPaper } from '../shown-papers';

export interface ShownCard extends ShownPaper {
  /** Not seen before this visit. */
  isNew: boolean;
  /** Since the last visit, if notable. */
  rise: Rise | undefined;
  filterEffect: FilterEffect | undefined;
  /** Undefined outside selection mode. */
  selected: boolean | undefined;
  isCurrent: boolean;
}

export interface PageSummary {
  cardsFound: number;
  cardsRead: number;
  /** Undefined until answered. */
  newCards: number | undefined;
  /** ms since epoch; null for never; undefined until answered. */
  lastVisitAt: number | null | undefined;
  saved: number;
  read: number;
  hidden: number;
  dimmed: number;
  filter: CardFilter;
  /** The reader changed the filtering on this visit; its effect is shown. */
  asked: boolean;
  selecting: boolean;
  /** What the site no longer gives. */
  siteChange: SiteChange | undefined;
  /** Of recording. */
  failure: Failure | undefined;
}

/** The bar at the bottom of the window. */
export interface ShownFoot {
  /** Number of papers; undefined outside selection mode. */
  selected: number | undefined;
  notice: Notice | undefined;
}

/** Our element, outside the page's layout. */
export interface View<T> {
  draw(shown: T): void;
  remove(): void;
}

export interface PlacedView<T> extends View<T> {
  /** Attaches it. Idempotent. */
  place(target: Element): void;
}

/** The button to which a panel belongs. */
export interface PanelPlace {
  title: string;
  /** The button's host. */
  anchor: HTMLElement;
  /** In a closed shadow root, known only to its view. */
  button: () => HTMLElement;
  /** Called when the panel opens or closes. */
  onToggled: () => void;
}

export interface CardView extends PlacedView<ShownCard> {
  /** The page may have removed it. */
  readonly isPlaced: boolean;
  /** Reads the card's style, which `place` needs. */
  measure(card: Element): void;
  readonly panelPlace: PanelPlace;
}

export interface FootView extends View<ShownFoot> {
  /** Focuses the first control; false without one. */
  focus(): boolean;
}

/** Injected: this layer does not depend on Preact. */
export interface ListingViews {
  card(card: SiteCard): CardView;
  bar(): PlacedView<PageSummary>;
  foot(): FootView;
  closePanel(): void;
}
