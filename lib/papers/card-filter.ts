import { isSaved, type Entry } from './entry';

/** Effects on filtered cards. */
export const FILTER_EFFECTS = ['dim', 'hide'] as const;

export interface CardFilter {
  /** All except new cards. */
  onlyNew: boolean;
  /** Seen before this visit, not saved. */
  seen: boolean;
  read: boolean;
  /** Dismissed, not saved. */
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

/** Reverts `parts` to `former`, except those changed since. */
export function revertParts(
  parts: Partial<CardFilter>,
  former: CardFilter,
  filter: CardFilter,
): Partial<CardFilter> {
  const names = Object.keys(parts) as (keyof CardFilter)[];
  const unchanged = names.filter((name) => filter[name] === parts[name]);
  return Object.fromEntries(unchanged.map((name) => [name, former[name]]));
}

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
