import type { PaperId } from './paper-id';

/**
 * That the reader has seen a paper: its card was on screen long enough to be read at a glance, or
 * its page was opened. What is saved or dismissed counts as seen without it.
 */
export interface SeenPaper {
  paperId: PaperId;
  /** The first time, ms since epoch; 0 for what a release before this table showed. */
  seenAt: number;
  /** Whether the reader only said so, of many at once; it was not before their eyes since. */
  marked?: true;
}

/** That the reader is not interested in a paper. */
export interface Dismissal {
  paperId: PaperId;
  /** ms since epoch. */
  dismissedAt: number;
}
