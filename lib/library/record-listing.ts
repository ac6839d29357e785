import { withCodedErrors } from '../db/coded-errors';
import { dayOf } from '../papers/day';
import type { ListingReading, Sighting } from '../papers/listing';
import type { PaperId } from '../papers/paper-id';
import { seenPaper } from '../papers/seen-paper';
import { differsForSearch, noteForSearch } from '../search/outbox';
import type { LibraryContext } from './context';

/**
 * Keeps what a listing said: each paper's facts merged with what is known, one sighting for each
 * paper, listing and day, and the visit; all or nothing, in one transaction. Sent again, it changes
 * nothing but the counts and times. Of entries only the keys are looked at.
 * @param visitStartedAt ms since epoch; tells this visit to the listing from others
 * @returns the papers that no page had shown before this visit
 */
export function recordListing(
  { db, now }: LibraryContext,
  { listing, cards, cardsFound }: ListingReading,
  visitStartedAt: number,
): Promise<PaperId[]> {
  const at = now();
  const sightings = cards.map(({ paper, rank }): Sighting => {
    const { upvotes, comments, githubStars } = paper;
    return definedOnly({
      paperId: paper.id,
      listing: listing.key,
      day: dayOf(at),
      at,
      rank,
      upvotes,
      comments,
      githubStars,
    });
  });
  const tables = [db.papers, db.sightings, db.visits, db.searchOutbox, db.entries];
  return withCodedErrors(() =>
    db.transaction('rw', tables, async () => {
      const known = await db.papers.bulkGet(cards.map(({ paper }) => paper.id));
      const papers = cards.map(({ paper }, index) => seenPaper(known[index], paper, at));
      await db.papers.bulkPut(papers);
      const changed = papers.filter((paper, index) => {
        const former = known[index];
        return former !== undefined && differsForSearch(former, paper);
      });
      // Only those of the library (or its trash): a search reads but a few lines at once, and the
      // many papers that are merely seen would hide the few that were saved.
      const entries = db.entries.where('paperId').anyOf(changed.map(({ id }) => id));
      await noteForSearch(db, await entries.primaryKeys());
      await db.sightings.bulkPut(sightings);
      await db.visits.put({
        listing: listing.key,
        kind: listing.kind,
        startedAt: visitStartedAt,
        cardsFound,
        cardsRead: cards.length,
      });
      return papers.filter((paper) => paper.firstSeenAt >= visitStartedAt).map(({ id }) => id);
    }),
  );
}

/** `row` without its undefined fields, so that a stored row has a field or has it not. */
function definedOnly<T extends object>(row: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T;
}
