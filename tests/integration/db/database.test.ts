import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { withFailures } from '@/lib/db/to-failure';
import { DATABASE_NAME } from '@/lib/db/database';
import { countMissed, missedPapers } from '@/lib/library/digest/digest';
import { countPapers, libraryIds } from '@/lib/library/queries';
import { recordListing } from '@/lib/library/record/record-listing';
import { changeCards } from '@/lib/library/entries/bulk-card-changes';
import { removeEntry } from '@/lib/library/entries/edit-entry';
import { savePaper } from '@/lib/library/entries/save-paper';
import { emptyTrash } from '@/lib/library/trash/trash';
import { Failure } from '@/lib/shared/failure';
import { searchIndex } from '@/lib/search/search';
import { tagCounts } from '@/lib/search/find/tag-counts';
import { needsMaintenance, maintainIndex } from '@/lib/search/maintain/maintain-index';
import {
  aPaper,
  aReading,
  openTestLibrary,
  rowsOf,
  type TestLibrary,
} from '../library/library-for-tests';

// Version 1 as released; never change it.
const VERSION_1 = {
  papers: 'id',
  entries:
    'paperId, updatedAt, *tags, citationKey, [removedAt+savedAt], [removedAt+status+savedAt]',
  sightings: '[paperId+listing+day]',
  visits: '[listing+startedAt]',
};

// What version 2 added, as released; never change it.
const VERSION_2 = {
  searchOutbox: '++seq',
  searchSegments: 'id',
  searchBlocks: '',
  searchState: 'name',
};

describe('PapershelfDatabase', () => {
  it('reads and writes the database of a newer release without losing data', async () => {
    const library = openTestLibrary();
    await savePaper(library, aPaper(1));
    library.db.close();
    const newer = new Dexie(DATABASE_NAME, { indexedDB: library.indexedDB, IDBKeyRange });
    newer.version(1).stores(VERSION_1);
    newer.version(7).stores({ papers: 'id, publishedOn', lists: 'id' });
    await newer.open();
    await newer.table('lists').put({ id: 'mine' });
    newer.close();

    const older = openTestLibrary(library.indexedDB);
    expect(await libraryIds(older.db)).toEqual([aPaper(1).id]);
    await savePaper(older, aPaper(2));
    older.db.close();
    await newer.open();
    expect(await newer.table('lists').toArray()).toEqual([{ id: 'mine' }]);
    expect(await newer.table('papers').count()).toBe(2);
    newer.close();
  });

  it('declares every index, so that Dexie adds none', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const library = openTestLibrary();
    await countPapers(library.db);
    library.db.close();
    await countPapers(openTestLibrary(library.indexedDB).db);
    expect(warn).not.toHaveBeenCalled();
  });

  it('opens the database of the first release', async () => {
    const indexedDB = new IDBFactory();
    const first = new Dexie(DATABASE_NAME, { indexedDB, IDBKeyRange });
    first.version(1).stores(VERSION_1);
    await first.table('papers').put({ ...aPaper(1), firstSeenAt: 1, lastSeenAt: 2 });
    const entry = {
      paperId: aPaper(1).id,
      status: 'reading',
      tags: ['a/b'],
      note: 'mine',
      citationKey: 'quill2026shelving',
      savedAt: 1,
      updatedAt: 2,
      removedAt: 0,
      editedAt: { note: 2 },
    };
    await first.table('entries').put(entry);
    first.close();
    const library = openTestLibrary(indexedDB);
    expect(await libraryIds(library.db)).toEqual([aPaper(1).id]);
    expect(await library.db.entries.toArray()).toEqual([entry]);
  });

  it('marks all papers as seen when upgrading a release without that table', async () => {
    const indexedDB = new IDBFactory();
    const second = new Dexie(DATABASE_NAME, { indexedDB, IDBKeyRange });
    second.version(1).stores(VERSION_1);
    second.version(2).stores(VERSION_2);
    const FRIDAY = Date.UTC(2026, 8, 25, 9);
    const numbers = Array.from({ length: 250 }, (_, index) => index);
    const papers = numbers.map((number) => ({
      ...aPaper(number, { listedOn: '2026-09-25' }),
      firstSeenAt: FRIDAY,
      lastSeenAt: FRIDAY,
    }));
    const listing = 'hf/daily/2026-09-28';
    const sighting = { paperId: aPaper(1).id, listing, day: '2026-09-25', at: FRIDAY, rank: 1 };
    const visit = { listing, kind: 'daily', startedAt: FRIDAY, cardsFound: 250, cardsRead: 250 };
    await second.table('papers').bulkPut(papers);
    await second.table('sightings').put({ ...sighting, upvotes: 3 });
    await second.table('visits').put(visit);
    second.close();

    const library = openTestLibrary(indexedDB);
    const { db, clock } = library;
    // The page opens the database first and upgrades it.
    const reading = aReading([aPaper(1, { upvotes: 45 }), aPaper(300)], listing);
    const answer = await recordListing(library, reading, clock.time - 2000);

    expect(answer).toEqual({
      newIds: [aPaper(300).id],
      lastVisitAt: FRIDAY,
      rises: [{ paperId: aPaper(1).id, by: 42, since: FRIDAY }],
    });
    expect(await countMissed(library)).toBe(0);
    expect(await db.seen.count()).toBe(250);
    expect(await db.papers.toArray()).toHaveLength(251);
    expect(await db.visits.get([listing, FRIDAY])).toEqual({ ...visit, endedAt: FRIDAY });
    expect(await db.sightings.where('day').below('2026-09-28').count()).toBe(1);
    expect(await missedPapers(library, '2026-01-01')).toEqual([]);
  });

  it('indexes the papers of the first release step by step', async () => {
    const indexedDB = new IDBFactory();
    const first = new Dexie(DATABASE_NAME, { indexedDB, IDBKeyRange });
    first.version(1).stores(VERSION_1);
    const numbers = Array.from({ length: 300 }, (_, index) => index);
    await first
      .table('papers')
      .bulkPut(numbers.map((n) => ({ ...aPaper(n), firstSeenAt: 1, lastSeenAt: 2 })));
    await first.table('entries').bulkPut(
      numbers.map((n) => ({
        paperId: aPaper(n).id,
        status: 'read',
        tags: ['a/b'],
        note: 'mine',
        citationKey: `quill2026shelving${n}`,
        savedAt: n,
        updatedAt: n,
        // The last ten are in the trash.
        removedAt: n < 290 ? 0 : 5,
        editedAt: {},
      })),
    );
    first.close();
    const query = {
      text: 'shelving tag:a',
      condition: {
        kind: 'all' as const,
        of: [
          { kind: 'word' as const, text: 'shelving' },
          { kind: 'tag' as const, tag: 'a' },
        ],
      },
      sort: undefined,
      problems: [],
    };
    const { db } = openTestLibrary(indexedDB);
    const early = await searchIndex(db, query);
    expect(early.left).toBeGreaterThan(0);
    expect(await tagCounts(db)).toEqual(new Map([['a/b', 290]]));
    expect(await needsMaintenance(db)).toBe(true);
    db.close();
    const later = openTestLibrary(indexedDB).db;
    await maintainIndex(later);
    const { ids, left } = await searchIndex(later, query);
    expect(left).toBe(0);
    expect(ids.toSorted()).toEqual(numbers.slice(0, 290).map((n) => aPaper(n).id));
    expect(await tagCounts(later)).toEqual(new Map([['a/b', 290]]));
  });
});

describe('a full disk', () => {
  it('fails with storage-full, and the transaction is rolled back', async () => {
    const library = openTestLibrary();
    await countPapers(library.db);
    let puts = 0;
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: never, ...args) {
      puts += 1;
      if (puts === 2) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args as never);
    });
    await expect(savePaper(library, aPaper(1))).rejects.toMatchObject({ code: 'storage-full' });
    vi.restoreAllMocks();
    expect(await countPapers(library.db)).toEqual({ known: 0, saved: 0 });
    await savePaper(library, aPaper(1));
    expect(await countPapers(library.db)).toEqual({ known: 1, saved: 1 });
  });
});

describe('a full disk of which a request hears', () => {
  const paper = aPaper(1);
  it.each<[string, (library: TestLibrary) => Promise<unknown>]>([
    ['one row', (library) => savePaper(library, aPaper(2))],
    ['many rows', (library) => changeCards(library, [aPaper(2), aPaper(3)], { kind: 'save' })],
    ['a changed row', (library) => removeEntry(library, paper.id)],
    ['deleted rows', (library) => emptyTrash(library, [aPaper(4).id])],
  ])('fails with storage-full, and nothing of %s is written', async (_, write) => {
    const library = openTestLibrary();
    await savePaper(library, paper);
    await savePaper(library, aPaper(4));
    await removeEntry(library, aPaper(4).id);
    const before = await rowsOf(library);
    const full = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    for (const name of ['put', 'add', 'delete'] as const) {
      const original = IDBObjectStore.prototype[name] as (...args: unknown[]) => IDBRequest;
      vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
        this: IDBObjectStore,
        ...args: unknown[]
      ) {
        const request = original.apply(this, args);
        // What fake-indexeddb will do for the request.
        const { _requests: made } = this.transaction as unknown as { _requests: object[] };
        Object.assign(made.at(-1) ?? {}, { operation: full });
        return request as never;
      });
    }
    await expect(write(library)).rejects.toMatchObject({ code: 'storage-full' });
    vi.restoreAllMocks();
    expect(await rowsOf(library)).toEqual(before);
  });
});

describe('withFailures', () => {
  it('passes a Failure on', async () => {
    const failure = new Failure('not-found');
    await expect(withFailures(() => Promise.reject(failure))).rejects.toBe(failure);
  });

  it('finds the database error inside another error', async () => {
    const inner = new Dexie.QuotaExceededError('full');
    await expect(
      withFailures(() => Promise.reject(new Dexie.AbortError('aborted', inner))),
    ).rejects.toMatchObject({ code: 'storage-full' });
  });

  it('turns any other error into unexpected', async () => {
    await expect(withFailures(() => Promise.reject(new TypeError('oops')))).rejects.toMatchObject({
      code: 'unexpected',
    });
  });

  it('returns a native promise', () => {
    const result = withFailures(() => Dexie.Promise.resolve(1));
    expect(result.constructor).toBe(Promise);
    expect(result).not.toBeInstanceOf(Dexie.Promise);
  });
});
