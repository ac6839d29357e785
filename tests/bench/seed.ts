import type { Page } from '@playwright/test';
import type { StoredPaper } from './realistic-papers';

const BATCH = 1000;

/**
 * Writes saved papers to the database, a thousand at a time, and to the search outbox. `page` is an
 * extension page that has already opened the database; it may index the papers meanwhile.
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

/** Writes rows to a table of the database, some thousands at a time. */
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
 * Waits until everything is indexed. Reloads the page, since it cannot observe rows written past
 * its database.
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
