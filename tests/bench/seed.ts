import type { Page } from '@playwright/test';

/**
 * Fills an empty library with `count` saved papers of realistic size, straight into the browser's
 * IndexedDB: ten authors, an abstract of about 1,400 characters, one to three tags on most, a note
 * on every fourth. The search index finds them in its outbox. `page` is one of the extension's own, which has opened the database before.
 */
export async function seedLibrary(page: Page, count: number): Promise<void> {
  await page.evaluate(async (total) => {
    const words =
      'model attention sparse training token retrieval graph policy vision agent memory scaling reward latent diffusion benchmark reasoning context prompt kernel'.split(
        ' ',
      );
    let state = 42;
    const random = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state % below;
    };
    const some = (length: number) =>
      Array.from({ length }, () => words[random(words.length)]).join(' ');
    const opened = indexedDB.open('papershelf');
    const db = await new Promise<IDBDatabase>((resolve) => {
      opened.addEventListener('success', () => resolve(opened.result));
    });
    const now = Date.UTC(2026, 10, 1);
    for (let start = 0; start < total; start += 2000) {
      const transaction = db.transaction(['papers', 'entries', 'searchOutbox'], 'readwrite');
      for (let n = start; n < Math.min(total, start + 2000); n += 1) {
        const id = `arxiv:${2401 + Math.floor(n / 90_000)}.${String(n % 90_000).padStart(5, '0')}`;
        transaction.objectStore('papers').put({
          id,
          title: `${some(7)} ${n}`,
          abstract: some(200),
          authors: Array.from({ length: 10 }, () => `${some(1)} Author${random(5000)}`),
          authorCount: 10,
          publishedOn: '2026-01-02',
          upvotes: random(300),
          firstSeenAt: now,
          lastSeenAt: now,
        });
        transaction.objectStore('entries').put({
          paperId: id,
          status: 'to-read',
          tags: Array.from({ length: random(4) }, () => `${some(1)}/${some(1)}`),
          note: n % 4 === 0 ? some(30) : '',
          citationKey: `author2026${n}`,
          savedAt: now + n * 1000,
          updatedAt: now + n * 1000,
          removedAt: 0,
          editedAt: {},
        });
        transaction.objectStore('searchOutbox').add({ paperId: id });
      }
      await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    }
    db.close();
  }, count);
}
