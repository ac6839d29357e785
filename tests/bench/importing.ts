import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Papershelf } from '../e2e/support/papershelf';
import type { StoredPaper } from './realistic-papers';

/**
 * Imports a backup into an empty library.
 * @returns ms from the file choice to the preview, from the click on Import to the result, and of
 * bare puts of the same rows
 */
export async function measureImporting(
  papershelf: Papershelf,
  papers: readonly StoredPaper[],
): Promise<{ preview: number; write: number; bare: number }> {
  const backup = JSON.stringify({
    format: 'papershelf-backup',
    version: 1,
    exportedAt: Date.now(),
    entries: papers.map(({ entry }) => entry),
    papers: papers.map(({ paper }) => paper),
    sightings: [],
  });
  // Read by the browser: passing it to the page takes as long as reading it there.
  const folder = await mkdtemp(join(tmpdir(), 'papershelf-import-'));
  const file = join(folder, 'papershelf.backup.json');
  await writeFile(file, backup);
  const { page } = await papershelf.openLibrary();
  await page.goto(`${papershelf.url('library.html')}#/import`);
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
  const start = performance.now();
  await page.locator('input[type=file]').setInputFiles(file);
  const button = page.getByRole('button', { name: /^Import [\d,]+ papers?$/ });
  await button.waitFor({ timeout: 120_000 });
  const preview = performance.now() - start;
  const clicked = performance.now();
  await button.click();
  await page.getByRole('button', { name: 'Undo import' }).waitFor({ timeout: 300_000 });
  const write = performance.now() - clicked;
  // Keep the indexing out of the bare measurement.
  await page.close();
  await rm(folder, { recursive: true });
  const bare = await measureBarePuts(papershelf, papers);
  return { preview, write, bare };
}

async function measureBarePuts(
  papershelf: Papershelf,
  papers: readonly StoredPaper[],
): Promise<number> {
  const page = await papershelf.context.newPage();
  await page.goto(papershelf.url('icons/16.png'));
  const time = await page.evaluate(async (rows) => {
    const opened = indexedDB.open('bare-import', 1);
    opened.addEventListener('upgradeneeded', () => {
      opened.result.createObjectStore('papers', { keyPath: 'id' });
      opened.result.createObjectStore('entries', { keyPath: 'paperId' });
    });
    const db = await new Promise<IDBDatabase>((resolve) => {
      opened.addEventListener('success', () => resolve(opened.result));
    });
    const start = performance.now();
    const transaction = db.transaction(['papers', 'entries'], 'readwrite');
    for (const { paper, entry } of rows) {
      transaction.objectStore('papers').put(paper);
      transaction.objectStore('entries').put(entry);
    }
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    const took = performance.now() - start;
    db.close();
    return took;
  }, papers as StoredPaper[]);
  await page.close();
  return time;
}
