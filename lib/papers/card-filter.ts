import { isSaved, type Entry } from './entry';

/** Whether what is set aside is paled, or gone. */
export const FILTER_EFFECTS = ['dim', 'hide'] as const;

/** Which cards of a listing are set aside, as the reader chose it. */
export interface CardFilter {
  /** All but the new ones. */
  onlyNew: boolean;
  /** Those seen before this visit and not saved. */
  seen: boolean;
  /** Those read. */
  read: boolean;
  /** Those dismissed and not saved. */
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

/** What of a filter is another than in the `former` one. */
export function changedParts(former: CardFilter, filter: CardFilter): Partial<CardFilter> {
  const changed: Partial<CardFilter> = { ...filter };
  for (const part of Object.keys(former) as (keyof CardFilter)[]) {
    if (filter[part] === former[part]) delete changed[part];
  }
  return changed;
}

/** What a filter looks at in a card. */
export interface FilteredCard {
  /** Not seen before this visit. */
  isNew: boolean;
  entry: Entry | null;
  dismissed: boolean;
}

/** Whether the filter sets this card aside. */
export function isFiltered(filter: CardFilter, { isNew, entry, dismissed }: FilteredCard): boolean {
  const saved = isSaved(entry);
  return (
    (filter.onlyNew && !isNew) ||
    (filter.seen && !isNew && !saved) ||
    (filter.read && saved && entry.status === 'read') ||
    (filter.dismissed && dismissed && !saved)
  );
}
