import { Dexie } from 'dexie';
import { withCodedErrors } from '../db/coded-errors';
import type { PapershelfDatabase } from '../db/database';
import { isSaved, type Entry } from '../papers/entry';
import { ReadingCounter, type ReadingStats } from './reading-counts';

/** Rows held at once: few enough that the page stays quick between two batches. */
const BATCH = 1000;

/** How to follow the counting, or leave it. */
export interface ReadingStatsOptions {
  /** Called after each batch with the share of the rows that is counted, 0 to 1. */
  onProgress?: (share: number) => void;
  /** Ends the counting early; what was counted by then is the result. */
  signal?: AbortSignal;
}

/**
 * The library in numbers, without what was removed.
 *
 * Each batch is a transaction of its own, so that no save waits for the whole; what changes in the
 * meantime may or may not be counted.
 * @param now ms since epoch
 * @throws Failure with a database code
 */
export function readingStats(
  db: PapershelfDatabase,
  now: number,
  { onProgress, signal }: ReadingStatsOptions = {},
): Promise<ReadingStats> {
  return withCodedErrors(async () => {
    const counter = new ReadingCounter(now);
    const total = await db.entries.count();
    let counted = 0;
    let rows = await entriesAfter(db, undefined);
    while (rows.length > 0) {
      for (const entry of rows) if (isSaved(entry)) counter.add(entry);
      counted += rows.length;
      onProgress?.(Math.min(1, counted / total));
      if (signal?.aborted) break;
      rows = await entriesAfter(db, rows.at(-1));
    }
    return counter.stats();
  });
}

/** The next batch in the order of their keys. */
function entriesAfter(db: PapershelfDatabase, last: Entry | undefined): Promise<Entry[]> {
  return db.entries
    .where('paperId')
    .above(last?.paperId ?? Dexie.minKey)
    .limit(BATCH)
    .toArray();
}
