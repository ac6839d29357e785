import { batches } from '@/lib/db/batches';
import type { PapershelfDatabase } from '@/lib/db/database';
import { isSaved } from '@/lib/papers/entry';
import { soundEntry } from '@/lib/papers/sound-rows';

/** Tags of each tagged paper in the library, as written. */
export async function tagLists({ entries }: PapershelfDatabase): Promise<string[][]> {
  const lists: string[][] = [];
  for await (const rows of batches(entries)) {
    for (const row of rows) {
      const { tags } = soundEntry(row.paperId, row);
      if (isSaved(row) && tags.length > 0) lists.push(tags);
    }
  }
  return lists;
}
