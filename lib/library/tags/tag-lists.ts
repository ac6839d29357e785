import { batches } from '@/lib/db/batches';
import type { PapershelfDatabase } from '@/lib/db/database';
import { isSaved } from '@/lib/papers/entry';

/** Tags of each tagged paper in the library, as written. */
export async function tagLists({ entries }: PapershelfDatabase): Promise<string[][]> {
  const lists: string[][] = [];
  for await (const rows of batches(entries, ({ paperId }) => paperId)) {
    for (const entry of rows) if (isSaved(entry) && entry.tags.length > 0) lists.push(entry.tags);
  }
  return lists;
}
