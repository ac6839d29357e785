import { withFailures } from '@/lib/db/to-failure';
import { COUNTS } from '@/lib/papers/counts';
import type { Paper } from '@/lib/papers/paper';
import { inPlaceOf, sightingKey, sightingOf } from '@/lib/papers/sighting';
import type { LibraryContext } from '../context';
import { lastVisitAt } from '../seen/visits';

/** Listing key and rank for a paper's own page. */
const OWN_PAGE = { key: 'paper' };
const RANK = 1;

/**
 * Records the counts on a paper's own page, if any, as the day's sighting, atomically. Not a visit,
 * so rises stay the same.
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
      await db.sightings.put(inPlaceOf(former, sighting, last ?? 0, at));
    }),
  );
}
