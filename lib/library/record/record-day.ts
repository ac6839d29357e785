import { withFailures } from '@/lib/db/to-failure';
import type { ListingReading } from '@/lib/papers/listing';
import type { LibraryContext } from '../context';
import { recordCards, recordedTables } from './record-cards';
import { lastVisitAt } from '../seen/visits';

/**
 * Records a fetched listing's facts and sightings atomically, without a visit. A repeat changes
 * only counts and times.
 */
export function recordDay({ db, now }: LibraryContext, reading: ListingReading): Promise<void> {
  const at = now();
  return withFailures(() =>
    db.transaction('rw', [...recordedTables(db), db.visits], async () => {
      const last = await lastVisitAt(db, at);
      await recordCards(db, reading, { at, lastVisitAt: last ?? 0, now: at });
    }),
  );
}
