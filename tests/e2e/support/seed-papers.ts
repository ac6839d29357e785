import type { Page } from '@playwright/test';
import type { Entry } from '../../../lib/papers/entry';

/** A saved paper; other fields have defaults. */
export interface PaperSeed extends Partial<Entry> {
  title: string;
}

/**
 * Writes saved papers to the database, and to the search outbox. `page` is an extension page that
 * has already opened the database.
 */
export async function seedPapers(page: Page, papers: readonly PaperSeed[]): Promise<void> {
  await page.evaluate(async (papers) => {
    const opened = indexedDB.open('papershelf');
    const db = await new Promise<IDBDatabase>((resolve) => {
      opened.addEventListener('success', () => resolve(opened.result));
    });
    const transaction = db.transaction(['papers', 'entries', 'searchOutbox'], 'readwrite');
    const now = Date.now();
    for (const [index, { title, ...words }] of papers.entries()) {
      const id = `arxiv:2609.${String(index).padStart(5, '0')}`;
      transaction.objectStore('papers').put({ id, title, firstSeenAt: now, lastSeenAt: now });
      transaction.objectStore('searchOutbox').add({ paperId: id });
      transaction.objectStore('entries').put({
        paperId: id,
        status: 'to-read',
        tags: [],
        note: '',
        citationKey: `key${index}`,
        savedAt: now + index,
        updatedAt: now + index,
        removedAt: 0,
        editedAt: {},
        ...words,
      });
    }
    await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    db.close();
  }, papers);
}
