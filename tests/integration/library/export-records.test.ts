import { describe, expect, it } from 'vitest';
import { exportRecords } from '@/lib/library/queries';
import type { PaperId } from '@/lib/papers/paper-id';
import { numberedPapers } from '../../fixtures/numbered-papers';
import { openTestLibrary } from './library-for-tests';

const papers = [...numberedPapers(2400)];

async function filledDatabase() {
  const { db } = openTestLibrary();
  await db.papers.bulkAdd(papers.map(({ paper }) => paper));
  await db.entries.bulkAdd(papers.map(({ entry }) => entry));
  return db;
}

/** The papers whose numbers fit, shuffled. */
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
    ['neighbours, then every third', idsOf((number) => number < 700 || number % 3 === 0)],
    ['a few', idsOf((number) => number % 97 === 0)],
    ['none', []],
  ])('returns exactly the given papers in the given order: %s', async (_, ids) => {
    const records = await exportRecords(await filledDatabase(), ids);
    expect(records.map(({ paper }) => paper.id)).toEqual(ids);
    expect(records.map(({ entry }) => entry.paperId)).toEqual(ids);
  });

  it('omits papers that are removed, not saved, or unknown', async () => {
    const db = await filledDatabase();
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
