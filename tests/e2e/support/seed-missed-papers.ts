import type { Page } from '@playwright/test';
import { DAY_MS } from '../../../lib/shared/day';
import type { Paper } from '../../../lib/papers/paper';

/** A paper listed some days ago; other facts have defaults. */
export interface MissedPaperSeed extends Partial<Paper> {
  title: string;
  daysAgo: number;
  /** Its upvotes a day ago. */
  upvotesYesterday?: number;
}

/**
 * Writes papers to the database as if their lists had been fetched, and a visit. `page` is an
 * extension page that has already opened the database.
 */
export async function seedMissedPapers(
  page: Page,
  papers: readonly MissedPaperSeed[],
  visitedDaysAgo: number,
): Promise<void> {
  const now = Date.now();
  const day = (daysAgo: number) => new Date(now - daysAgo * DAY_MS).toISOString().slice(0, 10);
  const visit = {
    listing: 'hf/daily/before',
    kind: 'daily',
    startedAt: now - visitedDaysAgo * DAY_MS,
    endedAt: now - visitedDaysAgo * DAY_MS,
    cardsFound: 1,
    cardsRead: 1,
  };
  const rows = papers.map(({ daysAgo, upvotesYesterday, ...facts }, index) => {
    const id = `arxiv:2609.${String(index).padStart(5, '0')}`;
    const sighting = { paperId: id, listing: `hf/daily/${day(daysAgo)}`, rank: 1 };
    const readings = [
      { daysAgo: 1, upvotes: upvotesYesterday },
      { daysAgo: 0, upvotes: facts.upvotes },
    ].filter(({ upvotes }) => upvotes !== undefined);
    return {
      paper: { id, listedOn: day(daysAgo), firstSeenAt: now, lastSeenAt: now, ...facts },
      sightings: readings.map(({ daysAgo, upvotes }) => ({
        ...sighting,
        day: day(daysAgo),
        at: now - daysAgo * DAY_MS,
        upvotes,
      })),
    };
  });
  await page.evaluate(
    async ({ rows, visit }) => {
      const opened = indexedDB.open('papershelf');
      const db = await new Promise<IDBDatabase>((resolve) => {
        opened.addEventListener('success', () => resolve(opened.result));
      });
      const transaction = db.transaction(['papers', 'sightings', 'visits'], 'readwrite');
      transaction.objectStore('visits').put(visit);
      for (const { paper, sightings } of rows) {
        transaction.objectStore('papers').put(paper);
        for (const sighting of sightings) transaction.objectStore('sightings').put(sighting);
      }
      await new Promise((resolve) => transaction.addEventListener('complete', resolve));
      db.close();
    },
    { rows, visit },
  );
}
