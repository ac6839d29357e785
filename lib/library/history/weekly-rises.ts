import type { PapershelfDatabase } from '@/lib/db/database';
import { addTo } from '@/lib/shared/add-to';
import { countsOverTime } from '@/lib/papers/counts-over-time';
import { dayOf } from '@/lib/shared/day';
import type { PaperId } from '@/lib/papers/paper-id';
import { RISE_READINGS, weeklyRise } from '@/lib/papers/rise';
import type { Sighting } from '@/lib/papers/sighting';

/**
 * Upvotes gained in the week before `now` (ms since epoch), where known (see `weeklyRise`). One
 * query, since it runs during typing.
 */
export async function weeklyRises(
  db: PapershelfDatabase,
  now: number,
): Promise<Map<PaperId, number>> {
  const byPaper = new Map<PaperId, Sighting[]>();
  const read = db.sightings.where('day').aboveOrEqual(dayOf(now - RISE_READINGS));
  for (const sighting of await read.toArray()) addTo(byPaper, sighting.paperId, sighting);
  const rises = new Map<PaperId, number>();
  for (const [id, sightings] of byPaper) {
    const rise = weeklyRise(countsOverTime(sightings, now), now);
    if (rise > 0) rises.set(id, rise);
  }
  return rises;
}
