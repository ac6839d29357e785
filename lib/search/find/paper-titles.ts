import type { PapershelfDatabase } from '@/lib/db/database';
import { titleOf } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { readIndex } from './read-index';

/**
 * Saved papers' display titles, from the index alone; about 15 MB of memory per 100,000. May lack
 * unindexed papers.
 */
export async function paperTitles(db: PapershelfDatabase): Promise<ReadonlyMap<PaperId, string>> {
  return readIndex(db, async ({ parts, live }) => {
    const titles = new Map<PaperId, string>();
    for (const { segment, base } of parts) {
      const [ids, names] = [await segment.column('ids'), await segment.column('titles')];
      for (const [document, id] of ids.entries()) {
        const title = names[document] ?? '';
        if (live[base + document] === 1) titles.set(id, titleOf({ title, id }));
      }
    }
    return titles;
  });
}
