import type { Table } from 'dexie';
import type { PapershelfDatabase } from '@/lib/db/database';
import type { Entry } from '@/lib/papers/entry';
import type { ListingReading } from '@/lib/papers/listing';
import type { KnownPaper } from '@/lib/papers/paper';
import { mergeReading } from '@/lib/papers/merge-reading';
import { inPlaceOf, isSameSighting, sightingOf, type Sighting } from '@/lib/papers/sighting';
import { differsForSearch, noteForSearch } from '@/lib/search/maintain/outbox';
import { sightingsOf } from '../history/history';

/** One card of a listing and what there was of its paper before. */
export interface RecordedCard {
  /** The reader's entry, saved or removed. */
  entry: Entry | undefined;
  /** All sightings of a paper that may have risen since the reader's last visit, this one with them. */
  sightings: Sighting[];
}

/**
 * Keeps what a listing said, within a transaction over `recordedTables`: each paper's facts merged
 * with what is known, and one sighting for each paper, listing and day. Of entries nothing is
 * written.
 * @param at since when the page says so, ms since epoch; what was read since stays as it is
 * @param lastVisitAt when the reader last visited any listing before this sitting, ms since epoch; 0
 *   for never
 * @returns one for each card, in their order
 */
export async function recordCards(
  db: PapershelfDatabase,
  { listing, cards }: ListingReading,
  at: number,
  lastVisitAt: number,
): Promise<RecordedCard[]> {
  const ids = cards.map(({ paper }) => paper.id);
  const [known, entries] = await Promise.all([db.papers.bulkGet(ids), db.entries.bulkGet(ids)]);
  const papers = cards.map(({ paper }, index) => mergeReading(known[index], paper, at));
  // All at once, so that the database works through them without a break.
  const former = await Promise.all(
    ids.map((id, index) =>
      mayHaveFormer(known[index], lastVisitAt, at) ? sightingsOf(db, id) : Promise.resolve([]),
    ),
  );
  const recorded = cards.map((card, index) => {
    const shown = sightingOf(listing, card, at);
    const rest = former[index] ?? [];
    const replaced = rest.find((one) => isSameSighting(one, shown));
    const sighting = inPlaceOf(replaced, shown, lastVisitAt);
    return { sighting, sightings: [...rest.filter((one) => one !== replaced), sighting] };
  });
  const changed = ids.filter((_, index) => {
    const [paper, before] = [papers[index], known[index]];
    // Only those of the library (or its trash): a search reads but a few lines at once, and the
    // many papers that are merely seen would hide the few that were saved.
    return paper && before && entries[index] !== undefined && differsForSearch(before, paper);
  });
  await Promise.all([
    db.papers.bulkPut(papers),
    db.sightings.bulkPut(recorded.map(({ sighting }) => sighting)),
    noteForSearch(db, changed),
  ]);
  return recorded.map(({ sightings }, index) => ({ entry: entries[index], sightings }));
}

/** The tables that `recordCards` reads and writes. */
export function recordedTables({
  papers,
  sightings,
  entries,
  searchOutbox,
}: PapershelfDatabase): Table[] {
  return [papers, sightings, entries, searchOutbox];
}

/** Whether there is a sighting that matters: one to rise from, or a newer one that must stay. */
function mayHaveFormer(known: KnownPaper | undefined, lastVisitAt: number, at: number): boolean {
  return known !== undefined && (known.firstSeenAt <= lastVisitAt || known.lastSeenAt > at);
}
