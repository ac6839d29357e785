import { mergePapers } from './merge-papers';
import type { KnownPaper, Paper } from './paper';

/**
 * A paper's row after a page showed it at `at` (ms since epoch). Of a page that was left open, and
 * says less than is known by now, what is newer stays.
 */
export function mergeReading(known: KnownPaper | undefined, shown: Paper, at: number): KnownPaper {
  if (known === undefined) return { ...shown, firstSeenAt: at, lastSeenAt: at };
  if (at < known.lastSeenAt) return { ...known, ...mergePapers(shown, known) };
  return { ...mergePapers(known, shown), lastSeenAt: at };
}
