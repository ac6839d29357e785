import type { Page } from '@playwright/test';
import type { Papershelf } from '../e2e/support/papershelf';

/** Realistic queries: common and rare words, prefixes, names, phrases, typos, filters. */
const QUERIES = [
  'model',
  'attention',
  'language model',
  'reinforcement learning',
  'difusion',
  'transfomer',
  'm',
  're',
  'att',
  'retrieval augmented generation',
  '"language model"',
  '"in this paper"',
  'author:li',
  'attention -vision',
  'vision OR audio',
  'status:to-read model',
  'year:2025 agent',
  'tag:vision',
  'has:note memory',
  'upvotes:>100 benchmark',
] as const;

interface Timed {
  /** ms from the key to the painted results, by query. */
  searchTimes: number[];
}

/**
 * Opens the popup and times each search, from the `input` event to the paint of its first rows.
 */
export async function openTimedPopup(papershelf: Papershelf): Promise<Page> {
  const page = await papershelf.context.newPage();
  await page.setViewportSize({ width: 400, height: 560 });
  await page.addInitScript(() => {
    const timed = window as never as Timed;
    timed.searchTimes = [];
    let since: number | undefined;
    document.addEventListener(
      'input',
      () => {
        since = performance.now();
      },
      true,
    );
    const observer = new MutationObserver(() => {
      // The count above the rows exists only while there is an answer.
      const found = document.querySelector('.found')?.textContent?.includes('found') === true;
      const drawn =
        document.querySelector('.found ~ .list .row') ?? document.querySelector('.empty');
      if (since === undefined || !found || drawn === null) return;
      const start = since;
      since = undefined;
      requestAnimationFrame(() =>
        setTimeout(() => timed.searchTimes.push(performance.now() - start)),
      );
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.goto(papershelf.url('popup.html'));
  await page.locator('.row').first().waitFor();
  return page;
}

/** Inserts `query` into an empty field. @returns ms until its results were painted */
export async function timeSearch(page: Page, query: string): Promise<number> {
  const field = page.getByRole('searchbox', { name: 'Search papers' });
  await field.fill('');
  await page.locator('.found').waitFor({ state: 'detached' });
  await field.focus();
  const before = await page.evaluate(() => (window as never as Timed).searchTimes.length);
  await page.keyboard.insertText(query);
  await page.waitForFunction(
    (count) => (window as never as Timed).searchTimes.length > count,
    before,
    { timeout: 60_000 },
  );
  return page.evaluate(() => (window as never as Timed).searchTimes.at(-1) ?? Number.NaN);
}

const ROUNDS = 3;

/** Times of all queries in three rounds after a warm-up, ms. */
export async function measureWarmSearch(papershelf: Papershelf): Promise<number[]> {
  const page = await openTimedPopup(papershelf);
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const query of QUERIES) {
      const time = await timeSearch(page, query);
      if (round > 0) times.push(time);
    }
  }
  await page.close();
  return times;
}

/** The first query of a new browser process, ms. */
export async function measureFirstSearch(papershelf: Papershelf): Promise<number> {
  const page = await openTimedPopup(papershelf);
  const time = await timeSearch(page, 'attention model');
  await page.close();
  return time;
}
