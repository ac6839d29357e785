import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import type { PapershelfDatabase } from '@/lib/db/database';
import { changeEntries } from '@/lib/library/entries/change-entries';
import { emptyTrash } from '@/lib/library/trash/trash';
import { withDeleted } from '@/lib/search/format/deleted';
import { paperTitles } from '@/lib/search/find/paper-titles';
import { searchIndex } from '@/lib/search/search';
import { blockKey, FORMAT } from '@/lib/search/format/streams';
import { tagCounts } from '@/lib/search/find/tag-counts';
import {
  needsMaintenance,
  maintainIndex,
  maintainIndexIfNeeded,
} from '@/lib/search/maintain/maintain-index';
import {
  idOf,
  numbersFound,
  openPage,
  queryOf,
  words,
  write,
  type Written,
} from './library-for-search';

const EVERYTHING = queryOf({ kind: 'all', of: [] });

function many(
  from: number,
  count: number,
  facts: (number: number) => Written,
): [number, Written][] {
  return Array.from({ length: count }, (_, index) => [from + index, facts(from + index)]);
}

/** Many papers with so many words take several blocks of each kind. */
function wordy(number: number): Written {
  const distinct = Array.from({ length: 60 }, (_, at) => `w${number}x${at}`).join(' ');
  return { title: `Paper ${number}`, abstract: `the same here ${distinct} and the rest` };
}

async function segmentCount(db: PapershelfDatabase): Promise<number> {
  return db.searchSegments.count();
}

describe('maintainIndex', () => {
  it('indexes changes and empties the outbox, with the same results on each page', async () => {
    const indexedDB = new IDBFactory();
    const [one, other] = [openPage(indexedDB), openPage(indexedDB)];
    await write(
      one,
      many(0, 20, (number) => ({ title: `Paper ${number}` })),
    );
    expect(await numbersFound(other, words('paper'))).toHaveLength(20);
    const left: number[] = [];
    await maintainIndex(one, { onProgress: (count) => left.push(count) });
    expect(left).toEqual([0]);
    expect(await one.searchOutbox.count()).toBe(0);
    expect(await numbersFound(other, words('paper'))).toHaveLength(20);
  });

  it('removes the old words of edited and removed papers', async () => {
    const db = openPage();
    await write(
      db,
      many(0, 50, () => ({ title: 'Former', tags: ['a'] })),
    );
    await maintainIndex(db);
    await write(db, [
      [3, { title: 'Later' }],
      [4, { title: 'Former', removedAt: 9 }],
    ]);
    for (const _ of ['in the outbox', 'indexed']) {
      expect(await numbersFound(db, words('later'))).toEqual([3]);
      expect(await numbersFound(db, words('former'))).toHaveLength(48);
      expect(await tagCounts(db)).toEqual(new Map([['a', 48]]));
      await maintainIndex(db);
    }
  });

  it('keeps few segments, and deletes no used blocks', async () => {
    const db = openPage();
    for (let round = 0; round < 12; round += 1) {
      await write(
        db,
        many(round * 5, 7, (number) => ({ title: `Paper ${number} of ${round}` })),
      );
      await maintainIndex(db);
      expect(await segmentCount(db)).toBeLessThanOrEqual(4);
    }
    expect(await numbersFound(db, words('paper'))).toHaveLength(62);
    expect(await numbersFound(db, words('11'))).toHaveLength(7 + 1);
  });

  it('merges segments of many blocks without loss, while papers are edited', async () => {
    const db = openPage();
    await write(db, many(0, 300, wordy));
    await maintainIndex(db);
    await write(db, many(250, 300, wordy));
    const maintenance = maintainIndex(db);
    const during = many(100, 3, () => ({ title: 'Changed meanwhile' }));
    await write(db, during);
    await maintenance;
    expect(await db.searchBlocks.count()).toBeGreaterThan(15);
    for (const _ of ['with edits', 'with all indexed']) {
      expect(await numbersFound(db, words('changed'))).toHaveLength(3);
      expect(await numbersFound(db, words('the'))).toHaveLength(547);
      for (const number of [0, 99, 103, 249, 250, 299, 300, 549]) {
        expect(await numbersFound(db, words(`w${number}x59`))).toEqual([number]);
      }
      expect(await numbersFound(db, words('w101x3'))).toEqual([]);
      await maintainIndex(db);
    }
    expect(await segmentCount(db)).toBeLessThanOrEqual(2);
  });

  it('stops when aborted, and keeps finished batches', async () => {
    const db = openPage();
    await write(
      db,
      many(0, 4500, (number) => ({ title: `Paper ${number}` })),
    );
    const controller = new AbortController();
    await expect(
      maintainIndex(db, {
        signal: controller.signal,
        onProgress: () => controller.abort(new Error('left')),
      }),
    ).rejects.toThrow('left');
    expect(await db.searchOutbox.count()).toBe(4500 - 4096);
    expect(await needsMaintenance(db)).toBe(true);
  });

  it('merges no segments larger than the given limit', async () => {
    const db = openPage();
    const small = { largest: 50 };
    for (const from of [0, 60, 120]) {
      await write(
        db,
        many(from, 60, () => ({ title: 'One' })),
      );
      await maintainIndex(db, small);
    }
    expect(await segmentCount(db)).toBe(3);
    expect(await needsMaintenance(db, small)).toBe(false);
    expect(await needsMaintenance(db)).toBe(true);
    for (const from of [200, 210]) {
      await write(
        db,
        many(from, 10, () => ({ title: 'One' })),
      );
      await maintainIndex(db, small);
    }
    expect(await segmentCount(db)).toBe(4);
    await maintainIndexIfNeeded(db);
    expect(await segmentCount(db)).toBe(1);
    expect(await numbersFound(db, words('one'))).toHaveLength(200);
  });

  it('is needed after many changes, not after each save', async () => {
    const db = openPage();
    expect(await needsMaintenance(db)).toBe(false);
    await write(
      db,
      many(0, 31, () => ({ title: 'One' })),
    );
    expect(await needsMaintenance(db)).toBe(false);
    await write(
      db,
      many(31, 1, () => ({ title: 'One' })),
    );
    expect(await needsMaintenance(db)).toBe(true);
    await maintainIndex(db);
    expect(await needsMaintenance(db)).toBe(false);
  });
});

describe('a search with a long outbox', () => {
  it('covers the newest changes, returns how many are left, and finds no removed paper', async () => {
    const db = openPage();
    await write(
      db,
      many(0, 300, () => ({ title: 'Former' })),
    );
    await maintainIndex(db);
    await write(
      db,
      many(0, 300, (number) => ({ title: 'Later', removedAt: number < 200 ? 7 : 0 })),
    );
    const found = await searchIndex(db, words('later'));
    expect(found.ids).toHaveLength(64);
    expect(found.left).toBe(300 - 64);
    expect(await numbersFound(db, EVERYTHING)).toHaveLength(100);
    expect(await tagCounts(db)).toEqual(new Map());
    await maintainIndex(db);
    expect((await searchIndex(db, words('later'))).ids).toHaveLength(100);
  });

  it('finds no permanently deleted paper', async () => {
    const indexedDB = new IDBFactory();
    const db = openPage(indexedDB);
    await write(
      db,
      many(0, 400, () => ({ title: 'Former', tags: ['a'] })),
    );
    await maintainIndex(db);
    const library = { db, now: Date.now, announce: () => {} };
    const ids = Array.from({ length: 390 }, (_, number) => idOf(number));
    await changeEntries(library, ids, { kind: 'remove' });
    await emptyTrash(library, ids);
    for (const page of [db, openPage(indexedDB)]) {
      const found = await searchIndex(page, EVERYTHING, { facets: true });
      expect(found.left).toBeGreaterThan(0);
      expect(found.ids).toHaveLength(10);
      expect(found.facets?.total).toBe(10);
      expect(await tagCounts(page)).toEqual(new Map([['a', 10]]));
      expect((await paperTitles(page)).size).toBe(10);
    }
  });

  it('counts all tags', async () => {
    const db = openPage();
    await write(
      db,
      many(0, 400, () => ({ tags: ['here'] })),
    );
    expect(await tagCounts(db)).toEqual(new Map([['here', 400]]));
  });
});

describe('an unusable index', () => {
  async function indexed(indexedDB = new IDBFactory()): Promise<PapershelfDatabase> {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const db = openPage(indexedDB);
    await write(
      db,
      many(0, 40, (number) => ({ title: `Paper ${number}` })),
    );
    await write(db, [[40, { title: 'Removed paper', removedAt: 1 }]]);
    await maintainIndex(db);
    return db;
  }

  async function expectWhole(db: PapershelfDatabase): Promise<void> {
    expect(await numbersFound(db, words('paper'))).toHaveLength(40);
    await maintainIndex(db);
    expect(await db.searchOutbox.count()).toBe(0);
    expect(await numbersFound(db, words('paper'))).toHaveLength(40);
    expect(await numbersFound(db, words('39'))).toEqual([39]);
  }

  it.each([FORMAT - 1, FORMAT + 1])('is rebuilt when it has format %i', async (format) => {
    const db = await indexed();
    await db.searchState.update('index', { format });
    expect(await needsMaintenance(db)).toBe(true);
    await expectWhole(db);
  });

  it('is rebuilt by maintenance alone when it has another format', async () => {
    const db = await indexed();
    await db.searchState.update('index', { format: FORMAT + 1 });
    await maintainIndex(db);
    expect(await db.searchState.get('index')).toMatchObject({ format: FORMAT });
    await expectWhole(db);
  });

  it('is rebuilt when a block is missing', async () => {
    const db = await indexed();
    const [segment] = await db.searchSegments.toArray();
    await db.searchBlocks.delete(blockKey(segment?.id ?? 0, 'terms', 0));
    await expectWhole(db);
  });

  it('is rebuilt by the merge when a block is truncated', async () => {
    const db = await indexed();
    const [segment] = await db.searchSegments.toArray();
    const key = blockKey(segment?.id ?? 0, 'positions', 0);
    await db.searchBlocks.put(((await db.searchBlocks.get(key)) ?? new Uint8Array()).slice(1), key);
    await write(
      db,
      many(0, 40, (number) => ({ title: `Paper ${number}` })),
    );
    await maintainIndex(db);
    await expectWhole(db);
  });

  it.each([
    ['has invalid fields', { documents: 'many', words: null }],
    ['has no sizes', { sizes: [] }],
    ['has too few deleted bits', { deleted: new Uint8Array(0) }],
  ])('is rebuilt when a segment %s', async (_, wrong) => {
    const db = await indexed();
    for (const row of await db.searchSegments.toArray()) {
      await db.searchSegments.put({ ...row, ...(wrong as object) });
    }
    await db.searchState.toCollection().modify((state) => void (state.generation += 1));
    await expectWhole(db);
  });

  it('is rebuilt by the next page when its segments are gone', async () => {
    const indexedDB = new IDBFactory();
    await (await indexed(indexedDB)).searchSegments.clear();
    const later = openPage(indexedDB);
    await maintainIndexIfNeeded(later);
    await expectWhole(later);
  });

  it('is rebuilt by the next page when it wrongly marks papers as deleted', async () => {
    const indexedDB = new IDBFactory();
    const db = await indexed(indexedDB);
    await db.searchSegments.toCollection().modify((row) => {
      row.deleted = withDeleted(row.deleted, [0, 1, 2]);
    });
    const later = openPage(indexedDB);
    await maintainIndexIfNeeded(later);
    await expectWhole(later);
  });
});

describe('maintainIndex, after a kill', () => {
  it('deletes the leftover blocks', async () => {
    const db = openPage();
    await write(
      db,
      many(0, 40, (number) => ({ title: `Paper ${number}` })),
    );
    await maintainIndex(db);
    const blocks = await db.searchBlocks.count();
    const [segment] = await db.searchSegments.toArray();
    for (const id of [0, (segment?.id ?? 0) + 3, (segment?.id ?? 0) + 700]) {
      await db.searchBlocks.put(new Uint8Array([1]), blockKey(id, 'postings', 5));
    }
    await maintainIndex(db);
    expect(await db.searchBlocks.count()).toBe(blocks);
    expect(await numbersFound(db, words('paper'))).toHaveLength(40);
  });

  it('loses no change, at whichever write it was killed', async () => {
    let isDone = false;
    for (let writes = 0; !isDone; writes += 3) {
      const indexedDB = new IDBFactory();
      const db = openPage(indexedDB);
      await write(
        db,
        many(0, 3, (number) => ({ title: `Paper ${number}` })),
      );
      await maintainIndex(db);
      await write(
        db,
        many(2, 2, (number) => ({ title: `Changed ${number}` })),
      );
      isDone = await maintainUntilKilled(db, writes);
      db.close();
      const later = openPage(indexedDB);
      for (const _ of ['as it was left', 'after maintenance']) {
        expect((await numbersFound(later, EVERYTHING)).sort()).toEqual([0, 1, 2, 3]);
        expect((await numbersFound(later, words('changed'))).sort()).toEqual([2, 3]);
        await maintainIndex(later);
      }
      expect(await later.searchOutbox.count()).toBe(0);
      expect(await segmentCount(later)).toBe(1);
      later.close();
    }
  }, 20_000);
});

/** Maintains the index until the database fails after `writes` puts. @returns whether it finished */
async function maintainUntilKilled(db: PapershelfDatabase, writes: number): Promise<boolean> {
  let left = writes;
  const { put } = IDBObjectStore.prototype;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: never,
    ...values
  ) {
    left -= 1;
    if (left < 0) throw new DOMException('killed', 'UnknownError');
    return put.apply(this, values as never);
  });
  try {
    await maintainIndex(db);
    return true;
  } catch {
    return false;
  } finally {
    spy.mockRestore();
  }
}
