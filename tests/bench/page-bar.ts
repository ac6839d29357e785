import type { Papershelf } from '../e2e/support/papershelf';
import type { Sighting } from '../../lib/papers/sighting';
import { dayOf, DAY_MS } from '../../lib/shared/day';
import type { Visit } from '../../lib/papers/visit';
import { measureInterleaved } from './interleave';
import { realisticPapers } from './realistic-papers';
import { seedTable } from './seed';
import { type Figure, milliseconds } from './table';

const ROUNDS = 15;
/** One of this many stored papers is saved. */
const SAVED_EVERY = 10;

/** The extension API, as used here. */
interface Extension {
  storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
}

/** Stores papers that were listed and seen over the last year. */
export async function seedSeenPapers(papershelf: Papershelf, count: number): Promise<void> {
  const { page } = await papershelf.openLibrary();
  await page.waitForTimeout(1000);
  const stored = [...realisticPapers(0, count)];
  const daysAgo = (days: number) => Date.now() - days * DAY_MS;
  const at = (number: number) => daysAgo(365 - Math.floor((number * 365) / count));
  const papers = stored.map(({ paper }, number) => ({
    ...paper,
    listedOn: dayOf(at(number)),
    firstSeenAt: at(number),
    lastSeenAt: at(number),
  }));
  const sightings = papers.map(({ id, listedOn, firstSeenAt, upvotes = 0 }, number): Sighting => ({
    paperId: id,
    listing: `hf/daily/${listedOn}`,
    day: listedOn,
    rank: 1 + (number % 100),
    at: firstSeenAt,
    upvotes,
  }));
  const visits = Array.from({ length: 364 }, (_, number): Visit => {
    const time = daysAgo(365 - number);
    const listing = `hf/daily/${dayOf(time)}`;
    const times = { startedAt: time, endedAt: time + 300_000 };
    return { listing, kind: 'daily', ...times, cardsFound: 100, cardsRead: 100 };
  });
  await seedTable(page, 'papers', papers);
  await seedTable(page, 'sightings', sightings);
  await seedTable(page, 'visits', visits);
  const seen = papers.map(({ id, firstSeenAt }) => ({ paperId: id, seenAt: firstSeenAt }));
  await seedTable(page, 'seen', seen);
  const entries = stored
    .map(({ entry }) => entry)
    .filter((_, number) => number % SAVED_EVERY === 0);
  await seedTable(page, 'entries', entries);
  await page.close();
}

/**
 * The time from the navigation to the number of new papers in the page bar, with a full and an
 * empty store.
 */
export async function measurePageBar(
  full: Papershelf,
  empty: Papershelf,
  url: string,
  count: number,
): Promise<Figure> {
  for (const papershelf of [full, empty]) {
    await timeToBar(papershelf, url);
    await waitForDailyTasks(papershelf);
  }
  const [withPapers = NaN, withNone = NaN] = await measureInterleaved(
    ROUNDS,
    [full, empty].map((papershelf) => () => timeToBar(papershelf, url)),
  );
  return {
    what: `page bar with the number of new papers, 105 cards, ${count.toLocaleString('en')} papers in store`,
    value: milliseconds(withPapers),
    baseline: `${milliseconds(withNone)} with none in store`,
    ratio: (withPapers / withNone).toFixed(2),
    goal: '≤ 1.5 ×',
  };
}

/** Waits for the background's daily tasks. */
async function waitForDailyTasks({ context }: Papershelf): Promise<void> {
  await context.serviceWorkers()[0]?.evaluate(async () => {
    const { storage } = (globalThis as never as { chrome: Extension }).chrome;
    const key = 'sightingsThinnedOn';
    while ((await storage.local.get(key))[key] === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
}

/** ms since the navigation began. */
async function timeToBar({ context }: Papershelf, url: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(url);
  const time = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const check = () => {
          const hosts = [...document.querySelectorAll('[data-papershelf]')];
          const bars = hosts.map(({ shadowRoot }) => shadowRoot?.querySelector('.ps-page-bar'));
          const isThere = bars.some((bar) => /\d new/.test(bar?.textContent ?? ''));
          if (isThere) resolve(performance.now());
          else requestAnimationFrame(check);
        };
        check();
      }),
  );
  await page.close();
  return time;
}
