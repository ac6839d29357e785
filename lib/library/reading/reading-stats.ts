import { batches } from '@/lib/db/batches';
import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import { isSaved } from '@/lib/papers/entry';
import { ReadingCounter, type ReadingStats } from './reading-counts';

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
  return withFailures(async () => {
    const counter = new ReadingCounter(now);
    const total = await db.entries.count();
    let counted = 0;
    for await (const rows of batches(db.entries, ({ paperId }) => paperId)) {
      for (const entry of rows) if (isSaved(entry)) counter.add(entry);
      counted += rows.length;
      onProgress?.(Math.min(1, counted / total));
      if (signal?.aborted) break;
    }
    return counter.stats();
  });
}
