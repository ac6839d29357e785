import type { PaperId } from './paper-id';

export const STATUSES = ['to-read', 'reading', 'read'] as const;
export type Status = (typeof STATUSES)[number];

export const RATINGS = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof RATINGS)[number];

/** The fields that the reader writes, each with a time of its own for when it was last edited. */
export type EditedField = 'status' | 'tags' | 'note' | 'rating' | 'removedAt';

/** What the reader made of a paper. Written by the reader alone: no page reading touches it. */
export interface Entry {
  paperId: PaperId;
  status: Status;
  /** In the order they were added; no two the same when case is folded. */
  tags: string[];
  /** Markdown. */
  note: string;
  rating?: Rating;
  /** The key it is cited by in BibTeX; unique in the library, given once and never changed. */
  citationKey: string;
  /** ms since epoch. */
  savedAt: number;
  /** ms since epoch of the last edit of any field. */
  updatedAt: number;
  /** ms since epoch when it was removed; 0 while it is in the library (0, so that it is indexed). */
  removedAt: number;
  /** When each field was last edited, ms since epoch; absent for one never edited. */
  editedAt: Partial<Record<EditedField, number>>;
}

/** The status that follows, around the end. */
export function nextStatus(status: Status): Status {
  return STATUSES[(STATUSES.indexOf(status) + 1) % STATUSES.length] ?? status;
}

/** Whether the entry is in the library, that is saved and not removed. */
export function isSaved(entry: Entry | null | undefined): entry is Entry {
  return entry?.removedAt === 0;
}
