import { isSaved, type Entry } from './entry';

/** Whether filtered cards are dimmed or hidden. */
export const FILTER_EFFECTS = ['dim', 'hide'] as const;

/** The cards of a listing to filter out. */
export interface CardFilter {
  /** All except new cards. */
  onlyNew: boolean;
  /** Seen before this visit and not saved. */
  seen: boolean;
  read: boolean;
  /** Dismissed and not saved. */
  dismissed: boolean;
  how: (typeof FILTER_EFFECTS)[number];
}

export const DEFAULT_CARD_FILTER: CardFilter = {
  onlyNew: false,
  seen: false,
  read: false,
  dismissed: true,
  how: 'dim',
};

/** The values in `filter` of the same parts. */
export function partsLike(parts: Partial<CardFilter>, filter: CardFilter): Partial<CardFilter> {
  const names = Object.keys(parts) as (keyof CardFilter)[];
  return Object.fromEntries(names.map((name) => [name, filter[name]]));
}

/** The facts of a card that filters check. */
export interface FilteredCard {
  /** Not seen before this visit. */
  isNew: boolean;
  entry: Entry | null;
  dismissed: boolean;
}

/** Whether to dim or hide this card. */
export function isFiltered(filter: CardFilter, { isNew, entry, dismissed }: FilteredCard): boolean {
  const saved = isSaved(entry);
  return (
    (filter.onlyNew && !isNew) ||
    (filter.seen && !isNew && !saved) ||
    (filter.read && saved && entry.status === 'read') ||
    (filter.dismissed && dismissed && !saved)
  );
}
