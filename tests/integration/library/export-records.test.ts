import { describe, expect, it } from 'vitest';
import { exportRecords } from '@/lib/library/queries';
import type { PaperId } from '@/lib/papers/paper-id';
import { numberedPapers } from '../../fixtures/numbered-papers';
import { openTestLibrary } from './library-for-tests';

const papers = [...numberedPapers(2400)];

async function libraryOfAll() {
  const { db } = openTestLibrary();
  await db.papers.bulkAdd(papers.map(({ paper }) => paper));
  await db.entries.bulkAdd(papers.map(({ entry }) => entry));
  return db;
}

/** The papers whose numbers fit, in an order of their own. */
function idsOf(fits: (number: number) => boolean): PaperId[] {
  const ids = papers.filter((_, number) => fits(number)).map(({ paper }) => paper.id);
  return ids.toSorted((a, b) => (a.slice(-2) < b.slice(-2) ? -1 : 1));
}

describe('exportRecords', () => {
  it.each([
    ['all of them', idsOf(() => true)],
    ['two of three', idsOf((number) => number % 3 > 0)],
    ['every second', idsOf((number) => number % 2 === 0)],
    ['every fourth', idsOf((number) => number % 4 === 0)],
    ['neighbours at first, then every third', idsOf((number) => number < 700 || number % 3 === 0)],
    ['a few', idsOf((number) => number % 97 === 0)],
    ['none', []],
  ])('gives the papers asked for, and no other, in that order: %s', async (_, ids) => {
    const records = await exportRecords(await libraryOfAll(), ids);
    expect(records.map(({ paper }) => paper.id)).toEqual(ids);
    expect(records.map(({ entry }) => entry.paperId)).toEqual(ids);
  });

  it('leaves out what is removed, has no entry, or no page ever showed', async () => {
    const db = await libraryOfAll();
    const ids = idsOf(() => true);
    const [removed, seen, gone] = [ids[5] ?? 'none:1', ids[800] ?? 'none:2', ids[1200] ?? 'none:3'];
    await db.entries.update(removed, { removedAt: 1 });
    await db.entries.delete(seen);
    await db.papers.delete(gone);
    const records = await exportRecords(db, [...ids, 'arxiv:9901.00001']);
    const left = ids.filter((id) => id !== removed && id !== seen && id !== gone);
    expect(records.map(({ paper }) => paper.id)).toEqual(left);
  });
});
