import type { PaperId } from './paper-id';

/**
 * A seen paper: its card was on screen long enough for a glance, or its page was opened. Saved or
 * dismissed papers count as seen without a row.
 */
export interface SeenPaper {
  paperId: PaperId;
  /** First time, ms since epoch; 0 if shown before this table existed. */
  seenAt: number;
  /** Marked in bulk, and not on screen since. */
  marked?: true;
}

/** A paper the reader is not interested in. */
export interface Dismissal {
  paperId: PaperId;
  /** ms since epoch. */
  dismissedAt: number;
}
