import { withFailures } from '@/lib/db/to-failure';
import type { Day } from '@/lib/shared/day';
import { digestStart, type DigestPeriod } from '@/lib/papers/digest';
import type { LibraryContext } from '../context';
import { missedPapers, type MissedPaper } from './digest';
import { lastVisitAt } from '../seen/visits';

/** What the reader missed in a period, as it is when it is read. */
export interface DigestList {
  /** The last visit to a listing before this sitting, ms since epoch; null for never. */
  visitedAt: number | null;
  /** The first day that it reaches back to. */
  since: Day;
  papers: MissedPaper[];
}

/** The papers of a period that the reader missed. */
export async function readDigest(
  context: Pick<LibraryContext, 'db' | 'now'>,
  period: DigestPeriod,
): Promise<DigestList> {
  const now = context.now();
  const visitedAt = await withFailures(() => lastVisitAt(context.db, now));
  const since = digestStart(period, visitedAt, now);
  return { visitedAt, since, papers: await missedPapers(context, since) };
}
