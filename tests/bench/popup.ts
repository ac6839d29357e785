import type { Page } from '@playwright/test';
import type { Papershelf } from '../e2e/support/papershelf';
import { inTurn } from './in-turn';

const ROUNDS = 9;

/**
 * From the start of opening the popup to its first painted row, ms, the middle of nine in each
 * browser; while the browser has the store open, as it has while one reads a listing, and after it
 * closed it, as it does two seconds after the last use.
 */
export async function measurePopup(
  browsers: readonly Papershelf[],
): Promise<{ open: number[]; closed: number[] }> {
  const measures = browsers.map((papershelf) => () => timeToRow(papershelf));
  const closed = await inTurn(ROUNDS, measures);
  const pages = await Promise.all(browsers.map(holdStore));
  const open = await inTurn(ROUNDS, measures);
  for (const page of pages) await page.close();
  return { open, closed };
}

/** Opens the store in a page of the extension's that does nothing else. */
async function holdStore(papershelf: Papershelf): Promise<Page> {
  const page = await papershelf.context.newPage();
  await page.goto(papershelf.url('icons/16.png'));
  await page.evaluate(async () => {
    const opening = indexedDB.open('papershelf');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    // As long as the page is there.
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
  // What it counts after its first rows must not be left to the next round, nor the store open.
  await page.waitForTimeout(2000);
  await page.close();
  await new Promise((resolve) => setTimeout(resolve, 2500));
  return time;
}
