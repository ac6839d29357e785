import type { PaperId } from './paper-id';

export const STATUSES = ['to-read', 'reading', 'read'] as const;
export type Status = (typeof STATUSES)[number];

export const RATINGS = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof RATINGS)[number];

/** Fields that the reader edits, each dated. */
export type EditedField = 'status' | 'tags' | 'note' | 'rating' | 'removedAt';

/** The reader's data on a paper; page readings never change it. */
export interface Entry {
  paperId: PaperId;
  status: Status;
  /** In order added; unique ignoring case. */
  tags: string[];
  /** Markdown. */
  note: string;
  rating?: Rating;
  /** BibTeX key; unique in the library, never changed. */
  citationKey: string;
  /** ms since epoch. */
  savedAt: number;
  /** ms since epoch. */
  updatedAt: number;
  /** ms since epoch; 0 (indexable) while in the library. */
  removedAt: number;
  /** ms since epoch per field; absent if never edited. */
  editedAt: Partial<Record<EditedField, number>>;
}

export const NEW_FIELDS: Pick<Entry, 'status' | 'tags' | 'note'> = {
  status: 'to-read',
  tags: [],
  note: '',
};

/** The next status, cyclic. */
export function nextStatus(status: Status): Status {
  return STATUSES[(STATUSES.indexOf(status) + 1) % STATUSES.length] ?? status;
}

/** Whether it is saved and not removed. */
export function isSaved(entry: Entry | null | undefined): entry is Entry {
  return entry?.removedAt === 0;
}
