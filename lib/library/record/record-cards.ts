import type { Table } from 'dexie';
import type { PapershelfDatabase } from '@/lib/db/database';
import { readableRows } from '@/lib/db/read-rows';
import type { Entry } from '@/lib/papers/entry';
import type { ListingReading } from '@/lib/papers/listing';
import type { KnownPaper } from '@/lib/papers/paper';
import { mergeReading } from '@/lib/papers/merge-reading';
import { inPlaceOf, isSameSighting, sightingOf, type Sighting } from '@/lib/papers/sighting';
import { soundPaper } from '@/lib/papers/sound-rows';
import { differsForSearch, noteForSearch } from '@/lib/search/maintain/outbox';
import { sightingsOf } from '../history/history';

/** A recorded card, with its paper's stored data. */
export interface RecordedCard {
  /** Also a removed entry. */
  entry: Entry | undefined;
  /** All sightings, with this one, of a paper that may have risen since the last visit. */
  sightings: Sighting[];
}

/**
 * Records the cards of a listing, within a transaction over `recordedTables`: merges facts and
 * keeps one sighting per paper, listing and day. Writes no entries.
 * @param times ms since epoch. `at`: since when the page shows this; newer readings stay.
 *   `lastVisitAt`: last visit before this sitting; 0 for never
 * @returns one item per card, in order
 */
export async function recordCards(
  db: PapershelfDatabase,
  { listing, cards }: ListingReading,
  { at, lastVisitAt, now }: Record<'at' | 'lastVisitAt' | 'now', number>,
): Promise<RecordedCard[]> {
  const ids = cards.map(({ paper }) => paper.id);
  const [stored, entries] = await Promise.all([
    readableRows(db.papers, ids),
    readableRows(db.entries, ids),
  ]);
  // What is damaged is replaced by what the page shows.
  const known = stored.map((paper, index) => paper && soundPaper(ids[index] ?? paper.id, paper));
  const papers = cards.map(({ paper }, index) => mergeReading(known[index], paper, at, now));
  // All at once, to keep the database busy.
  const former = await Promise.all(
    ids.map((id, index) =>
      mayHaveFormer(known[index], lastVisitAt, at) ? sightingsOf(db, id) : Promise.resolve([]),
    ),
  );
  const recorded = cards.map((card, index) => {
    const shown = sightingOf(listing, card, at);
    const rest = former[index] ?? [];
    const replaced = rest.find((one) => isSameSighting(one, shown));
    const sighting = inPlaceOf(replaced, shown, lastVisitAt, now);
    return { sighting, sightings: [...rest.filter((one) => one !== replaced), sighting] };
  });
  const changed = ids.filter((_, index) => {
    const [paper, before] = [papers[index], known[index]];
    // Only papers with an entry: a search reads few outbox rows at once, and the many papers merely
    // seen would hide the saved ones.
    return paper && before && entries[index] !== undefined && differsForSearch(before, paper);
  });
  await Promise.all([
    db.papers.bulkPut(papers),
    db.sightings.bulkPut(recorded.map(({ sighting }) => sighting)),
    noteForSearch(db, changed),
  ]);
  return recorded.map(({ sightings }, index) => ({ entry: entries[index], sightings }));
}

/** Tables that `recordCards` uses. */
export function recordedTables({
  papers,
  sightings,
  entries,
  searchOutbox,
}: PapershelfDatabase): Table[] {
  return [papers, sightings, entries, searchOutbox];
}

/** Whether a stored sighting matters: one to rise from, or one newer than `at`. */
function mayHaveFormer(known: KnownPaper | undefined, lastVisitAt: number, at: number): boolean {
  return known !== undefined && (known.firstSeenAt <= lastVisitAt || known.lastSeenAt > at);
}
