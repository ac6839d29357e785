import { withFailures } from '@/lib/db/to-failure';
import type { CountsAt } from '@/lib/papers/counts';
import { countsOverTime } from '@/lib/papers/counts-over-time';
import type { PaperId } from '@/lib/papers/paper-id';
import { notableRiseSince, RISE_SPAN, type Rise } from '@/lib/papers/rise';
import type { LibraryContext } from '../context';
import { sightingsOf } from './history';
import { lastVisitAt } from '../seen/visits';

export interface PaperOverTime {
  /** Oldest first. */
  history: CountsAt[];
  /**
   * Notable rise at its last reading since the visit before, as its card showed; undefined after a
   * week.
   */
  rise: Rise | undefined;
}

/** @throws Failure with a database code */
export function paperOverTime(
  { db, now }: Pick<LibraryContext, 'db' | 'now'>,
  paperId: PaperId,
): Promise<PaperOverTime> {
  return withFailures(() =>
    db.transaction('r', db.sightings, db.visits, async () => {
      const history = countsOverTime(await sightingsOf(db, paperId), now());
      const readAt = history.at(-1)?.at ?? 0;
      const visitAt = now() - readAt < RISE_SPAN ? await lastVisitAt(db, readAt) : null;
      return { history, rise: visitAt === null ? undefined : notableRiseSince(history, visitAt) };
    }),
  );
}
