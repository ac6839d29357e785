import { afterEach, beforeEach, expect, test } from 'vitest';
import { readingStats } from '@/lib/library/reading/reading-stats';
import { DAY_MS } from '@/lib/shared/day';
import { anEntry } from '../../fixtures/rows';
import { openTestLibrary, type TestLibrary } from './library-for-tests';

let library: TestLibrary;
beforeEach(() => {
  library = openTestLibrary();
});
afterEach(() => library.db.close());

/** Adds papers, one per day up to now, every third removed. */
async function fill(count: number): Promise<void> {
  const now = library.now();
  await library.db.entries.bulkAdd(
    Array.from({ length: count }, (_, n) =>
      anEntry({
        paperId: `arxiv:2609.${String(n).padStart(5, '0')}`,
        citationKey: `quill${n}`,
        status: n % 2 === 0 ? 'read' : 'to-read',
        tags: [`topic/${n}`],
        savedAt: now - (n % 100) * DAY_MS,
        removedAt: n % 3 === 0 ? now : 0,
      }),
    ),
  );
}

test('counts nothing in an empty library', async () => {
  const stats = await readingStats(library.db, library.now());

  expect(stats.totals).toEqual({ 'to-read': 0, reading: 0, read: 0 });
  expect(stats.saved.size).toBe(0);
  expect(stats.today).toBe('2026-09-28');
});

test('counts the library in batches, without removed papers', async () => {
  await fill(2500);
  const shares: number[] = [];
  const stats = await readingStats(library.db, library.now(), {
    onProgress: (share) => shares.push(share),
  });

  expect(stats.totals).toEqual({ 'to-read': 833, reading: 0, read: 833 });
  expect([...stats.saved.values()].reduce((sum, papers) => sum + papers, 0)).toBe(1666);
  expect(stats.tags.map(({ name }) => name)).toEqual(['topic']);
  expect(shares).toEqual([0.4, 0.8, 1]);
});

test('stops after the batch during which it is aborted', async () => {
  await fill(2500);
  const controller = new AbortController();
  const shares: number[] = [];
  const onProgress = (share: number): void => {
    shares.push(share);
    controller.abort();
  };
  const stats = await readingStats(library.db, library.now(), {
    onProgress,
    signal: controller.signal,
  });

  expect(shares).toEqual([0.4]);
  expect(stats.totals.read + stats.totals['to-read']).toBeLessThan(1000);
});

test('does not block a save meanwhile', async () => {
  await fill(2500);
  const order: string[] = [];
  const counting = readingStats(library.db, library.now(), {
    onProgress: (share) => {
      if (share < 0.5) {
        void library.db.entries
          .put(anEntry({ paperId: 'arxiv:2610.00001', citationKey: 'new' }))
          .then(() => order.push('saved'));
      }
    },
  });
  await counting;
  order.push('counted');

  expect(order).toEqual(['saved', 'counted']);
});

test('fails with the code of the database error', async () => {
  library.db.close();

  await expect(readingStats(library.db, library.now())).rejects.toMatchObject({ code: 'database' });
});
