import { withFailures } from '@/lib/db/to-failure';
import { countsOverTime } from '@/lib/papers/counts-over-time';
import type { ListingReading } from '@/lib/papers/listing';
import type { PaperId } from '@/lib/papers/paper-id';
import { notableRiseSince, type Rise } from '@/lib/papers/rise';
import { BREAK, isSince } from '@/lib/papers/visit';
import type { LibraryContext } from '../context';
import { recordCards, recordedTables } from './record-cards';
import { lastVisitAt, visitOf } from '../seen/visits';

export interface RecordedListing {
  /** Not seen, saved or dismissed before this visit. */
  newIds: PaperId[];
  /** Last visit before this sitting, ms since epoch; null for never. */
  lastVisitAt: number | null;
  /** Notable rises since the last visit. */
  rises: ({ paperId: PaperId } & Rise)[];
}

/**
 * Records a listing (`recordCards`) and the visit, atomically. Repeated in the same visit, it
 * changes only counts and times, and returns the same answer.
 * @param openedAt when the reader came, ms since epoch; may continue a recent visit
 * @param readAt since when the page shows this, ms since epoch; a page left open shows old counts
 */
export function recordListing(
  { db, now }: LibraryContext,
  reading: ListingReading,
  openedAt: number,
  readAt = now(),
): Promise<RecordedListing> {
  const at = now();
  const shownAt = Math.min(readAt, at);
  // Later if the clock was ahead.
  const visitStartedAt = Math.min(openedAt, at);
  const isOld = visitStartedAt - shownAt >= BREAK;
  const ids = reading.cards.map(({ paper }) => paper.id);
  const tables = [...recordedTables(db), db.visits, db.seen, db.dismissals];
  return withFailures(() =>
    db.transaction('rw', tables, async () => {
      const visit = isOld
        ? await visitOf(db, reading, shownAt, shownAt)
        : await visitOf(db, reading, visitStartedAt, at);
      const startedAt = isOld ? visitStartedAt : visit.startedAt;
      const last = await lastVisitAt(db, startedAt);
      const [cards, seen, dismissals] = await Promise.all([
        recordCards(db, reading, { at: shownAt, lastVisitAt: last ?? 0, now: at }),
        db.seen.bulkGet(ids),
        db.dismissals.bulkGet(ids),
        db.visits.put(visit),
      ]);
      const isNew = (_: PaperId, index: number): boolean =>
        [seen[index]?.seenAt, cards[index]?.entry?.savedAt, dismissals[index]?.dismissedAt].every(
          (time) => time === undefined || isSince(startedAt, time, at),
        );
      const rises = cards.flatMap(({ sightings }, index) => {
        const paperId = ids[index];
        const rise =
          last === null ? undefined : notableRiseSince(countsOverTime(sightings, at), last);
        return paperId === undefined || rise === undefined ? [] : [{ paperId, ...rise }];
      });
      return { newIds: ids.filter(isNew), lastVisitAt: last, rises };
    }),
  );
}
