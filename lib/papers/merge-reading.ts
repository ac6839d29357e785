import { mergePapers } from './merge-papers';
import type { KnownPaper, Paper } from './paper';

/**
 * A paper's row after a page showed it at `at` (ms since epoch). A page left open does not
 * overwrite newer facts.
 */
export function mergeReading(known: KnownPaper | undefined, shown: Paper, at: number): KnownPaper {
  if (known === undefined) return { ...shown, firstSeenAt: at, lastSeenAt: at };
  if (at < known.lastSeenAt) return { ...known, ...mergePapers(shown, known) };
  return { ...mergePapers(known, shown), lastSeenAt: at };
}
