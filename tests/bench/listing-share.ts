import type { BrowserContext } from '@playwright/test';
import { heapOf } from './heap';
import { type Figure, megabytes, median, milliseconds } from './table';

const ROUNDS = 5;
const CHANGES = 50;
/** Longer than the extension waits after a change, so that it reads the page after each, ms. */
const CHANGE_EVERY = 200;
/** Includes the report of the papers seen, ms. */
const UNTIL_QUIET = 4000;

interface Cost {
  /** Until all is quiet, ms. */
  load: number;
  /** Bytes. */
  heap: number;
  /** ms for each change. */
  change: number;
}

/**
 * What the extension adds to the main thread and the heap of a listing: medians of five loads each,
 * with and without it, alternately. The time is the processor's, which other programs affect less.
 */
export async function measureListingShare(
  extended: BrowserContext,
  bare: BrowserContext,
  url: string,
): Promise<Figure[]> {
  const costs: { ours: Cost[]; page: Cost[] } = { ours: [], page: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    costs.page.push(await costOf(bare, url));
    costs.ours.push(await costOf(extended, url));
  }
  const of = (key: keyof Cost) => {
    const without = median(costs.page.map((cost) => cost[key]));
    return { without, added: median(costs.ours.map((cost) => cost[key])) - without };
  };
  const load = of('load');
  const heap = of('heap');
  const change = of('change');
  return [
    {
      what: 'main thread, added until all is quiet, 105 cards',
      value: milliseconds(load.added),
      baseline: `${milliseconds(load.without)} of the page alone`,
      ratio: (load.added / load.without).toFixed(2),
      goal: '≤ 0.35 ×',
    },
    {
      what: 'heap, added, 105 cards',
      value: megabytes(heap.added),
      baseline: `${megabytes(heap.without)} of the page alone`,
      goal: '≤ 3 MB',
    },
    {
      what: `main thread, added for each of ${CHANGES} changes of the page, 105 cards`,
      value: milliseconds(change.added),
      baseline: `${milliseconds(change.without)} of the page alone`,
      goal: '≤ 2 ms',
    },
  ];
}

async function costOf(context: BrowserContext, url: string): Promise<Cost> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const threadTime = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN);
  };
  const start = await threadTime();
  await page.goto(url);
  await page.waitForTimeout(UNTIL_QUIET);
  const load = (await threadTime()) - start;
  const heap = await heapOf(page);
  const before = await threadTime();
  await page.evaluate(
    async ([changes, every]) => {
      const upvotes = document.querySelectorAll('article div.leading-none');
      for (let number = 0; number < changes; number += 1) {
        const shown = upvotes[number % upvotes.length];
        if (shown !== undefined) shown.textContent = String(1000 + number);
        await new Promise((resolve) => setTimeout(resolve, every));
      }
    },
    [CHANGES, CHANGE_EVERY] as const,
  );
  await page.waitForTimeout(2 * CHANGE_EVERY);
  const change = ((await threadTime()) - before) / CHANGES;
  await page.close();
  return { load, heap, change };
}
