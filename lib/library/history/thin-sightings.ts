import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import { dayOf, type Day } from '@/lib/shared/day';
import type { PaperId } from '@/lib/papers/paper-id';
import { sightingKey } from '@/lib/papers/sighting';
import { superfluousSightings, thinningBorders } from '@/lib/papers/thin-sightings';
import type { LibraryContext } from '../context';
import { sightingsOf } from './history';
import { inBatches } from '@/lib/shared/in-batches';

/**
 * Deletes `superfluousSightings` in batches of papers. Idempotent; after an interruption, repeat
 * with the same `thinnedOn`.
 * @param thinnedOn day of the last thinning; undefined checks all old sightings
 * @returns number of deleted sightings
 */
export function thinSightings(
  { db, now }: Pick<LibraryContext, 'db' | 'now'>,
  thinnedOn: Day | undefined,
): Promise<number> {
  const today = dayOf(now());
  return withFailures(async () => {
    let deleted = 0;
    await inBatches(await papersAtBorders(db, thinnedOn, today), {}, (ids) =>
      db.transaction('rw', db.sightings, async () => {
        const all = await Promise.all(ids.map((id) => sightingsOf(db, id)));
        const superfluous = all.flatMap((sightings) => superfluousSightings(sightings, today));
        await db.sightings.bulkDelete(superfluous.map(sightingKey));
        deleted += superfluous.length;
      }),
    );
    return deleted;
  });
}

/** Day of the last thinning; null before the first. */
export interface LastThinning {
  read(): Promise<Day | null>;
  write(day: Day): Promise<void>;
}

/** Unless done today. */
export async function thinOnceADay(
  library: Pick<LibraryContext, 'db' | 'now'>,
  last: LastThinning,
): Promise<void> {
  const today = dayOf(library.now());
  const thinnedOn = await last.read();
  if (thinnedOn === today) return;
  // Ignore a future day: the clock was set back.
  await thinSightings(library, thinnedOn !== null && thinnedOn < today ? thinnedOn : undefined);
  await last.write(today);
}

/** Papers with a reading on a day that reached a border after `thinnedOn`. */
async function papersAtBorders(
  { sightings }: PapershelfDatabase,
  thinnedOn: Day | undefined,
  today: Day,
): Promise<PaperId[]> {
  const now = thinningBorders(today);
  const then = thinnedOn === undefined ? undefined : thinningBorders(thinnedOn);
  const byDay = sightings.where('day');
  const [weekly, ends] = await Promise.all([
    byDay.between(then?.weekly ?? '', now.weekly, then === undefined, true).primaryKeys(),
    then === undefined ? [] : byDay.between(then.ends, now.ends, false, true).primaryKeys(),
  ]);
  return [...new Set([...weekly, ...ends].map(([paperId]) => paperId))];
}
