import { isAhead } from '@/lib/shared/clock';
import { mergePapers } from './merge-papers';
import type { KnownPaper, Paper } from './paper';

/**
 * The row after a page showed the paper at `at`, read at `now` (both ms since epoch). A page left
 * open overwrites no newer facts, except those of a clock that was ahead.
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
