import { withFailures } from '@/lib/db/to-failure';
import type { Day } from '@/lib/shared/day';
import type { DigestPeriod } from '@/lib/papers/digest';
import type { LibraryContext } from '../context';
import { digestSince, missedPapers, type MissedPaper } from './digest';
import { lastVisitAt } from '../seen/visits';

/** Papers missed in a period. */
export interface DigestList {
  /** Last visit to a listing before this sitting, ms since epoch; null for never. */
  visitedAt: number | null;
  /** First day covered. */
  since: Day;
  papers: MissedPaper[];
}

/** Papers are oldest first. @throws Failure with a database code */
export async function readDigest(
  context: Pick<LibraryContext, 'db' | 'now'>,
  period: DigestPeriod,
): Promise<DigestList> {
  const now = context.now();
  const visitedAt = await withFailures(() => lastVisitAt(context.db, now));
  const since = await withFailures(() => digestSince(context.db, period, visitedAt, now));
  return { visitedAt, since, papers: await missedPapers(context, since) };
}
