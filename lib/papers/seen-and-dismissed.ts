import type { PaperId } from './paper-id';

/**
 * A paper whose card was on screen for a glance, or whose page was opened. Saved and dismissed
 * papers count as seen without a row.
 */
export interface SeenPaper {
  paperId: PaperId;
  /** First time, ms since epoch; 0 if before this table existed. */
  seenAt: number;
  /** Marked in bulk; not on screen since. */
  marked?: true;
}

/** A paper the reader is not interested in. */
export interface Dismissal {
  paperId: PaperId;
  /** ms since epoch. */
  dismissedAt: number;
}
