import { withFailures } from '@/lib/db/to-failure';
import { countsOverTime } from '@/lib/papers/counts-over-time';
import type { ListingReading } from '@/lib/papers/listing';
import type { PaperId } from '@/lib/papers/paper-id';
import { notableRiseSince, type Rise } from '@/lib/papers/rise';
import { BREAK, isSince } from '@/lib/papers/visit';
import type { LibraryContext } from '../context';
import { recordCards, recordedTables } from './record-cards';
import { lastVisitAt, visitOf } from '../seen/visits';

/** What the background tells a listing that was recorded. */
export interface RecordedListing {
  /** Those of its papers that the reader had not seen, saved or dismissed before this visit. */
  newIds: PaperId[];
  /** When the reader last visited any listing before this sitting, ms since epoch; null for never. */
  lastVisitAt: number | null;
  /** What gained upvotes since the reader's last visit, where that is worth saying. */
  rises: ({ paperId: PaperId } & Rise)[];
}

/**
 * Keeps what a listing said: each paper's facts merged with what is known, one sighting for each
 * paper, listing and day, and the visit; all or nothing, in one transaction. Sent again, or read
 * again during the visit, it changes nothing but counts and times, and its answer stays the same.
 * @param visitStartedAt when the reader came to the page, ms since epoch; soon after a visit to the
 *   same listing it goes on with that
 * @param readAt since when the page says so, ms since epoch: one that was left open says what was
 *   long before, and looking at it again shows nothing newer
 */
export function recordListing(
  { db, now }: LibraryContext,
  reading: ListingReading,
  visitStartedAt: number,
  readAt = now(),
): Promise<RecordedListing> {
  const at = now();
  const shownAt = Math.min(readAt, at);
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
        recordCards(db, reading, shownAt, last ?? 0),
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
        const rise = last === null ? undefined : notableRiseSince(countsOverTime(sightings), last);
        return paperId === undefined || rise === undefined ? [] : [{ paperId, ...rise }];
      });
      return { newIds: ids.filter(isNew), lastVisitAt: last, rises };
    }),
  );
}
