import type { Page } from '@playwright/test';
import type { StoredPaper } from './realistic-papers';

const BATCH = 1000;

/**
 * Puts saved papers straight into the browser's IndexedDB, a thousand at a time, with their lines in
 * the outbox of the search index. `page` is one of the extension's own, which has opened the
 * database before; it stays free to take the papers into the index.
 */
export async function seedLibrary(page: Page, papers: Iterable<StoredPaper>): Promise<void> {
  let batch: StoredPaper[] = [];
  const store = async (): Promise<void> => {
    if (batch.length > 0) await page.evaluate(put, batch);
    batch = [];
  };
  for (const paper of papers) {
    batch.push(paper);
    if (batch.length === BATCH) await store();
  }
  await store();
}

/** Runs in the page. */
async function put(papers: StoredPaper[]): Promise<void> {
  const opened = indexedDB.open('papershelf');
  const db = await new Promise<IDBDatabase>((resolve) => {
    opened.addEventListener('success', () => resolve(opened.result));
  });
  const transaction = db.transaction(['papers', 'entries', 'searchOutbox'], 'readwrite');
  for (const { paper, entry } of papers) {
    transaction.objectStore('papers').put(paper);
    transaction.objectStore('entries').put(entry);
    transaction.objectStore('searchOutbox').add({ paperId: paper.id });
  }
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  db.close();
}

/** Puts rows straight into tables of the browser's IndexedDB, some thousands at a time. */
export async function seedTable(page: Page, table: string, rows: readonly object[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 5 * BATCH) {
    const some = rows.slice(start, start + 5 * BATCH);
    await page.evaluate(putInto, [table, some] as const);
  }
}

/** Runs in the page. */
async function putInto([table, rows]: readonly [string, readonly object[]]): Promise<void> {
  const opened = indexedDB.open('papershelf');
  const db = await new Promise<IDBDatabase>((resolve) => {
    opened.addEventListener('success', () => resolve(opened.result));
  });
  const transaction = db.transaction(table, 'readwrite');
  for (const row of rows) transaction.objectStore(table).put(row);
  await new Promise((resolve) => transaction.addEventListener('complete', resolve));
  db.close();
}

/**
 * Waits until the search index of the library has taken everything in. The page is loaded anew, since
 * it is not told of rows that were not written through its own database.
 */
export async function waitForIndex(page: Page): Promise<void> {
  await page.reload();
  await page.evaluate(async () => {
    const opened = indexedDB.open('papershelf');
    const db = await new Promise<IDBDatabase>((resolve) => {
      opened.addEventListener('success', () => resolve(opened.result));
    });
    const waiting = () =>
      new Promise<number>((resolve) => {
        const count = db.transaction('searchOutbox').objectStore('searchOutbox').count();
        count.addEventListener('success', () => resolve(count.result));
      });
    while ((await waiting()) >= 32) await new Promise((resolve) => setTimeout(resolve, 100));
    db.close();
  });
}
