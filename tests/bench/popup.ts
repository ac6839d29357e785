import type { Page } from '@playwright/test';
import type { Papershelf } from '../e2e/support/papershelf';
import { measureInterleaved } from './interleave';

const ROUNDS = 9;

/** A page and what marks its first row. */
export interface TimedPage {
  file: string;
  row: string;
}

export const POPUP: TimedPage = { file: 'popup.html', row: '.list li a' };
const LIBRARY: TimedPage = { file: 'library.html', row: '.row-title a' };
const BARE: TimedPage = { file: 'bare.html', row: 'li a' };

/**
 * The time from opening the popup to its first painted row: ms, the median of nine in each browser;
 * with the store open, as while reading a listing, and closed, as two seconds after the last use.
 */
export async function measurePopup(
  browsers: readonly Papershelf[],
): Promise<{ open: number[]; closed: number[] }> {
  const measures = browsers.map((papershelf) => () => timeToRow(papershelf, POPUP));
  const closed = await measureInterleaved(ROUNDS, measures);
  const pages = await Promise.all(browsers.map(keepStoreOpen));
  const open = await measureInterleaved(ROUNDS, measures);
  for (const page of pages) await page.close();
  return { open, closed };
}

/**
 * The times from opening the popup, the library page and a bare page (see `withBarePage`) to their
 * first painted row: ms, the median of nine each, measured alternately with the store open.
 */
export async function measureFirstRows(
  papershelf: Papershelf,
): Promise<{ popup: number; library: number; bare: number }> {
  const page = await keepStoreOpen(papershelf);
  const measures = [POPUP, LIBRARY, BARE].map((timed) => () => timeToRow(papershelf, timed));
  const [popup = NaN, library = NaN, bare = NaN] = await measureInterleaved(ROUNDS, measures);
  await page.close();
  return { popup, library, bare };
}

/** Opens the store in an otherwise idle extension page. */
async function keepStoreOpen(papershelf: Papershelf): Promise<Page> {
  const page = await papershelf.context.newPage();
  await page.goto(papershelf.url('icons/16.png'));
  await page.evaluate(async () => {
    const opening = indexedDB.open('papershelf');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    // A reference keeps it open.
    Object.assign(window, { store: opening.result });
  });
  return page;
}

/** ms from opening the page to its first painted row. */
export async function timeToRow(
  extension: Pick<Papershelf, 'context' | 'url'>,
  { file, row }: TimedPage,
): Promise<number> {
  const page = await extension.context.newPage();
  await page.setViewportSize({ width: 400, height: 560 });
  await page.addInitScript((row) => {
    const painted = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector(row) === null) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    Object.assign(window, { painted });
  }, row);
  await page.goto(extension.url(file));
  const time = Number(await page.evaluate('window.painted'));
  // Let the counting finish and the store close before the next round.
  await page.waitForTimeout(2000);
  await page.close();
  await new Promise((resolve) => setTimeout(resolve, 2500));
  return time;
}
