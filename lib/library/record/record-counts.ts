import { withFailures } from '@/lib/db/to-failure';
import { COUNTS } from '@/lib/papers/counts';
import type { Paper } from '@/lib/papers/paper';
import { inPlaceOf, sightingKey, sightingOf } from '@/lib/papers/sighting';
import type { LibraryContext } from '../context';
import { lastVisitAt } from '../seen/visits';

/** What stands for the listing in sightings on a paper's own page: its key, and its only place. */
const OWN_PAGE = { key: 'paper' };
const RANK = 1;

/**
 * Keeps the counts that a paper's own page shows now, if any, beside those that listings showed; the
 * day's last, in one transaction. It is no visit, so what is told since the last one stays the same.
 */
export async function recordCounts(
  { db, now }: Pick<LibraryContext, 'db' | 'now'>,
  paper: Paper,
): Promise<void> {
  if (COUNTS.every((count) => paper[count] === undefined)) return;
  const at = now();
  const sighting = sightingOf(OWN_PAGE, { paper, rank: RANK }, at);
  await withFailures(() =>
    db.transaction('rw', db.sightings, db.visits, async () => {
      const former = await db.sightings.get(sightingKey(sighting));
      const last = await lastVisitAt(db, at);
      await db.sightings.put(inPlaceOf(former, sighting, last ?? 0));
    }),
  );
}
