import type { Page } from '@playwright/test';
import type { Papershelf } from '../e2e/support/papershelf';
import { measureInterleaved } from './interleave';

const ROUNDS = 9;

/**
 * The time from opening the popup to its first painted row: ms, the median of nine in each browser;
 * with the store open, as while reading a listing, and closed, as two seconds after the last use.
 */
export async function measurePopup(
  browsers: readonly Papershelf[],
): Promise<{ open: number[]; closed: number[] }> {
  const measures = browsers.map((papershelf) => () => timeToRow(papershelf));
  const closed = await measureInterleaved(ROUNDS, measures);
  const pages = await Promise.all(browsers.map(keepStoreOpen));
  const open = await measureInterleaved(ROUNDS, measures);
  for (const page of pages) await page.close();
  return { open, closed };
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

async function timeToRow(papershelf: Papershelf): Promise<number> {
  const page = await papershelf.context.newPage();
  await page.setViewportSize({ width: 400, height: 560 });
  await page.addInitScript(() => {
    const painted = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (document.querySelector('li h3, li a, [role=row] a') === null) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    Object.assign(window, { painted });
  });
  await page.goto(papershelf.url('popup.html'));
  const time = Number(await page.evaluate('window.painted'));
  // Let the counting finish and the store close before the next round.
  await page.waitForTimeout(2000);
  await page.close();
  await new Promise((resolve) => setTimeout(resolve, 2500));
  return time;
}
