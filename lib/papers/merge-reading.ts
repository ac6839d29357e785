import { isAhead } from '@/lib/shared/clock';
import { mergePapers } from './merge-papers';
import type { KnownPaper, Paper } from './paper';

/**
 * A paper's row after a page showed it at `at`, read at `now` (both ms since epoch). A page left
 * open does not overwrite newer facts; those of a clock that was ahead are not newer.
 */
export function mergeReading(
  known: KnownPaper | undefined,
  shown: Paper,
  at: number,
  now: number,
): KnownPaper {
  if (known === undefined) return { ...shown, firstSeenAt: at, lastSeenAt: at };
  if (at < known.lastSeenAt && !isAhead(known.lastSeenAt, now)) {
    return { ...known, ...mergePapers(shown, known) };
  }
  const firstSeenAt = isAhead(known.firstSeenAt, now) ? at : known.firstSeenAt;
  return { ...mergePapers(known, shown), firstSeenAt, lastSeenAt: at };
}
