import { mergePapers } from './merge-papers';
import type { KnownPaper, Paper } from './paper';

/** A paper's row after a page showed it at `at` (ms since epoch). */
export function seenPaper(known: KnownPaper | undefined, shown: Paper, at: number): KnownPaper {
  if (known === undefined) return { ...shown, firstSeenAt: at, lastSeenAt: at };
  return { ...mergePapers(known, shown), lastSeenAt: Math.max(known.lastSeenAt, at) };
}
