import type { PaperId } from '../papers/paper-id';

/** One paper that changed, for the search index to take in. */
export interface OutboxLine {
  /** Counts up; given by the database. */
  seq: number;
  paperId: PaperId;
}
