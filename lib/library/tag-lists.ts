import { Dexie } from 'dexie';
import type { PapershelfDatabase } from '../db/database';
import { isSaved, type Entry } from '../papers/entry';

/** Rows held at once: few enough that the page stays quick between two batches. */
const BATCH = 1000;

/** The tags of each paper in the library that has any, as they were written. */
export async function tagLists({ entries }: PapershelfDatabase): Promise<string[][]> {
  const lists: string[][] = [];
  let last: Entry | undefined;
  do {
    const rows: Entry[] = await entries
      .where('paperId')
      .above(last?.paperId ?? Dexie.minKey)
      .limit(BATCH)
      .toArray();
    for (const entry of rows) if (isSaved(entry) && entry.tags.length > 0) lists.push(entry.tags);
    last = rows.at(-1);
  } while (last !== undefined);
  return lists;
}
