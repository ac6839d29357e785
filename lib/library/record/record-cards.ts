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

export interface RecordedCard {
  /** Also removed. */
  entry: Entry | undefined;
  /** All sightings, with this one, of papers that may have risen since the last visit. */
  sightings: Sighting[];
}

/**
 * Records a listing's cards, within a transaction over `recordedTables`: merges facts and keeps one
 * sighting per paper, listing and day. Writes no entries.
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
  // The page's data replaces damaged rows.
  const known = stored.map((paper, index) => paper && soundPaper(ids[index] ?? paper.id, paper));
  const papers = cards.map(({ paper }, index) => mergeReading(known[index], paper, at, now));
  // In parallel, to keep the database busy.
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
    // Only papers with an entry: searches read few outbox rows at once, and papers merely seen
    // would fill these.
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

/** Whether a stored sighting matters: a basis of rises, or newer than `at`. */
function mayHaveFormer(known: KnownPaper | undefined, lastVisitAt: number, at: number): boolean {
  return known !== undefined && (known.firstSeenAt <= lastVisitAt || known.lastSeenAt > at);
}
