import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { PapershelfDatabase } from '@/lib/db/database';
import type { LibraryContext } from '@/lib/library/context';
import type { ListingReading } from '@/lib/papers/listing';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { LibraryRows } from '../../fixtures/generated-library';

/** A library in its own IndexedDB, with a settable clock and a record of announcements. */
export interface TestLibrary extends LibraryContext {
  clock: { time: number };
  announced: PaperId[];
  indexedDB: IDBFactory;
}

/** @param indexedDB an existing database, as after a restart of the browser */
export function openTestLibrary(indexedDB = new IDBFactory()): TestLibrary {
  const clock = { time: Date.UTC(2026, 8, 28, 9) };
  const announced: PaperId[] = [];
  return {
    db: new PapershelfDatabase({ indexedDB, IDBKeyRange }),
    now: () => clock.time,
    announce: (ids) => announced.push(...ids),
    clock,
    announced,
    indexedDB,
  };
}

/** All rows about papers. */
export async function rowsOf({ db }: TestLibrary): Promise<LibraryRows> {
  return {
    entries: await db.entries.toArray(),
    papers: await db.papers.toArray(),
    sightings: await db.sightings.toArray(),
    dismissals: await db.dismissals.toArray(),
  };
}

/** An invented paper. */
export function aPaper(number: number, facts: Partial<Paper> = {}): Paper {
  return {
    id: `arxiv:2609.${String(number).padStart(5, '0')}`,
    title: `Shelving at Scale, Part ${number}`,
    authors: ['Ada Quill', 'Bo van der Leaf'],
    authorCount: 2,
    publishedOn: '2026-09-25',
    upvotes: 3,
    ...facts,
  };
}

/** A reading of a daily listing with these papers. */
export function aReading(papers: Paper[], key = 'hf/daily/2026-09-28'): ListingReading {
  return {
    listing: { kind: 'daily', key, period: '2026-09-28' },
    cardsFound: papers.length,
    cards: papers.map((paper, index) => ({ paper, rank: index + 1 })),
  };
}
