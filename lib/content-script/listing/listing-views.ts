import type { CardFilter } from '@/lib/papers/card-filter';
import type { Failure } from '@/lib/shared/failure';
import type { PanelField } from '@/lib/keyboard/typed-edits';
import type { PageKeys } from '@/lib/keyboard/page-keys';
import type { Rise } from '@/lib/papers/rise';
import type { SiteCard } from '@/lib/sites/site';
import type { Notice } from './listing-changes';
import type { FilterEffect } from '../filter/filter-verdicts';
import type { ShownPaper } from '../shown-papers';

/** What a card tells. */
export interface ShownCard extends ShownPaper {
  /** Not seen before this visit. */
  isNew: boolean;
  /** The upvotes gained since the last visit, where worth saying. */
  rise: Rise | undefined;
  filterEffect: FilterEffect | undefined;
  /** Undefined while nothing is being picked. */
  selected: boolean | undefined;
  /** The one that keys act on. */
  isCurrent: boolean;
}

/** What the page bar tells. */
export interface PageSummary {
  cardsFound: number;
  cardsRead: number;
  /** Papers not seen before this visit; undefined until the background told. */
  newCards: number | undefined;
  /** When the reader was last here, ms since epoch; null for never, undefined while not known. */
  lastVisitAt: number | null | undefined;
  saved: number;
  read: number;
  /** Papers set aside and hidden. */
  hidden: number;
  /** Papers set aside and paled. */
  dimmed: number;
  filter: CardFilter;
  /** Whether the reader has asked for it here: then what is set aside is told. */
  asked: boolean;
  selecting: boolean;
  /** Why what the listing said could not be kept. */
  failure: Failure | undefined;
}

/** What stands at the foot of the window. */
export interface ShownFoot {
  /** How many papers are picked; undefined while nothing is being picked. */
  selected: number | undefined;
  notice: Notice | undefined;
}

/** Something of ours, kept out of the page's layout. */
export interface View<T> {
  draw(shown: T): void;
  remove(): void;
}

/** Something of ours at a place of the page. */
export interface PlacedView<T> extends View<T> {
  /** Puts it at `target`, or leaves it there. */
  place(target: Element): void;
}

export interface CardView extends PlacedView<ShownCard> {
  /** Whether it stands on the page, which may have taken it away. */
  readonly isPlaced: boolean;
  /** Opens the paper's panel there, once it is saved. */
  openPanel(at: PanelField): void;
}

export interface FootView extends View<ShownFoot> {
  /** Gives the focus to its first control; whether there is one. */
  focus(): boolean;
}

/** What draws; handed in, so that what it draws knows no framework. */
export interface ListingViews {
  card(card: SiteCard): CardView;
  bar(): PlacedView<PageSummary>;
  foot(): FootView;
  showKeys(keys: PageKeys): void;
  closePanel(): void;
}
