import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { seedLibrary, waitForIndex } from '../bench/seed';
import { numberedPapers } from '../fixtures/numbered-papers';
import { expect, test } from './support/fixtures';

const COUNT = 10_000;

/** Counts the rows that the page reads from IndexedDB, in `window.rowsRead`. */
async function countRowsRead(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { rowsRead: 0 });
    const count = (rows: number) => {
      const own = window as never as { rowsRead: number };
      own.rowsRead += rows;
    };
    const { get, getAll } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.get = function (...args) {
      count(1);
      return get.apply(this, args);
    };
    IDBObjectStore.prototype.getAll = function (...args) {
      const request = getAll.apply(this, args);
      request.addEventListener('success', () => count(request.result.length));
      return request;
    };
  });
}

test('reads only the visible rows of 10,000 papers', async ({ papershelf, openLibrary }) => {
  test.setTimeout(180_000);
  const { page: first } = await openLibrary();
  await expect(first.getByText('0 saved')).toBeVisible();
  await seedLibrary(first, numberedPapers(COUNT));
  await waitForIndex(first);
  await first.close();

  const popup = await papershelf.context.newPage();
  await countRowsRead(popup);
  await popup.setViewportSize({ width: 400, height: 560 });
  await popup.goto(papershelf.url('popup.html'));
  const newest = popup.getByRole('listitem').first();
  await expect(newest).toContainText(` ${COUNT - 1}`);
  expect(Number(await popup.evaluate('window.rowsRead'))).toBeLessThan(200);
  await expect(popup.getByText('10,000 seen · 10,000 saved')).toBeVisible();
  // Includes the reads of the index maintenance.
  expect(Number(await popup.evaluate('window.rowsRead'))).toBeLessThan(600);
  for (let step = 0; step < 6; step += 1) {
    await popup.getByRole('listitem').last().scrollIntoViewIfNeeded();
    await popup.waitForTimeout(200);
  }
  await expect(popup.getByRole('listitem').filter({ hasText: ` ${COUNT - 61}` })).toBeVisible();
  await popup.getByRole('searchbox', { name: 'Search papers' }).fill('7777');
  await expect(popup.getByRole('listitem')).toHaveCount(1);
  await expect(popup.getByRole('listitem')).toContainText(' 7777');
  await popup.close();

  const library = await papershelf.context.newPage();
  await countRowsRead(library);
  await library.goto(papershelf.url('library.html'));
  await expect(library.getByText('10,000 papers', { exact: true })).toBeVisible();
  expect(Number(await library.evaluate('window.rowsRead'))).toBeLessThan(600);
  await library.getByRole('listitem').first().click();
  await library.keyboard.press('End');
  await expect(library.getByRole('heading', { name: / 0$/ })).toBeVisible();
  expect(await library.getByRole('listitem').count()).toBeLessThan(100);

  const started = library.waitForEvent('download');
  await library.getByRole('button', { name: 'Export', exact: true }).click();
  await library.getByRole('menuitem', { name: 'BibTeX' }).click();
  const bibtex = await readFile(await (await started).path(), 'utf8');
  expect(bibtex.match(/^@misc\{/gm)).toHaveLength(COUNT);
  // In the displayed order: the newest save first.
  expect(bibtex.indexOf('author20269999,')).toBeLessThan(bibtex.indexOf('author20269998,'));
});
