import type { Papershelf } from '../e2e/support/papershelf';

/**
 * Sets the status of a thousand papers.
 * @returns ms from the click to the Undo button, and of a bare read and write of the rows
 */
export async function measureBulkChange(
  papershelf: Papershelf,
): Promise<{ change: number; bare: number }> {
  const { page } = await papershelf.openLibrary();
  await page.locator('.row').first().waitFor();
  await page.waitForTimeout(2000);
  await page.evaluate(() => {
    const timed = window as never as { since: number; took: number };
    document.addEventListener('click', () => (timed.since = performance.now()), true);
    new MutationObserver(() => {
      const undo = document.querySelector('.ps-undo:not(.work) button');
      if (undo !== null && timed.took === undefined) timed.took = performance.now() - timed.since;
    }).observe(document, { childList: true, subtree: true });
  });
  // The whole library, which is seeded with a thousand papers.
  await page.getByRole('button', { name: 'Select all' }).click();
  await page.getByRole('group', { name: 'Set status' }).getByText('Reading').click();
  await page.getByRole('button', { name: 'Undo' }).waitFor({ timeout: 60_000 });
  const change = await page.evaluate(() => (window as never as { took: number }).took);
  const bare = await page.evaluate(async () => {
    const opened = indexedDB.open('papershelf');
    const db = await new Promise<IDBDatabase>((resolve) => {
      opened.addEventListener('success', () => resolve(opened.result));
    });
    const start = performance.now();
    const transaction = db.transaction('entries', 'readwrite');
    const store = transaction.objectStore('entries');
    const all = store.getAll();
    await new Promise((resolve) => all.addEventListener('success', resolve));
    for (const entry of all.result) store.put({ ...entry, updatedAt: entry.updatedAt + 1 });
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    db.close();
    return performance.now() - start;
  });
  await page.close();
  return { change, bare };
}
