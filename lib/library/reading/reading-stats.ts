import { batches } from '@/lib/db/batches';
import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import { isSaved } from '@/lib/papers/entry';
import { soundEntry } from '@/lib/papers/sound-rows';
import { ReadingCounter, type ReadingStats } from './reading-counts';

export interface ReadingStatsOptions {
  /** Called after each batch with the share, 0 to 1. */
  onProgress?: (share: number) => void;
  /** Stops early, with a partial result. */
  signal?: AbortSignal;
}

/**
 * Counts the library, without removed entries. Each batch has its own transaction, so that saves do
 * not wait: concurrent changes may be missed.
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
    for await (const rows of batches(db.entries)) {
      for (const entry of rows) {
        if (isSaved(entry)) counter.add(soundEntry(entry.paperId, entry));
      }
      counted += rows.length;
      onProgress?.(Math.min(1, counted / total));
      if (signal?.aborted) break;
    }
    return counter.stats();
  });
}
