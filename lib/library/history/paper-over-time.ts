import { withFailures } from '@/lib/db/to-failure';
import type { CountsAt } from '@/lib/papers/counts';
import { countsOverTime } from '@/lib/papers/counts-over-time';
import type { PaperId } from '@/lib/papers/paper-id';
import { notableRiseSince, RISE_SPAN, type Rise } from '@/lib/papers/rise';
import type { LibraryContext } from '../context';
import { sightingsOf } from './history';
import { lastVisitAt } from '../seen/visits';

/** What pages showed of a paper over time. */
export interface PaperOverTime {
  /** The oldest first. */
  history: CountsAt[];
  /**
   * What it gained between the sitting in which it was last read and the visit before, where that is
   * worth saying: what its card said then. Not told for longer than a week.
   */
  rise: Rise | undefined;
}

/** How a paper's counts went, and what it gained of late. */
export function paperOverTime(
  { db, now }: Pick<LibraryContext, 'db' | 'now'>,
  paperId: PaperId,
): Promise<PaperOverTime> {
  return withFailures(() =>
    db.transaction('r', db.sightings, db.visits, async () => {
      const history = countsOverTime(await sightingsOf(db, paperId));
      const readAt = history.at(-1)?.at ?? 0;
      const visitAt = now() - readAt < RISE_SPAN ? await lastVisitAt(db, readAt) : null;
      return { history, rise: visitAt === null ? undefined : notableRiseSince(history, visitAt) };
    }),
  );
}
