import type { LongWork } from './change-entries';

/** So many rows are read and written at once. */
const BATCH = 500;

/**
 * Does long work within a transaction, some items at a time. The transaction's function must be
 * written `async`: that is what Dexie tells by that it holds native promises.
 * @throws the reason of `signal` once it is aborted, which takes the whole transaction back
 */
export async function inBatches<T>(
  items: readonly T[],
  { onProgress, signal }: LongWork = {},
  each: (batch: T[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += BATCH) {
    signal?.throwIfAborted();
    await each(items.slice(start, start + BATCH));
    onProgress?.(Math.min(start + BATCH, items.length), items.length);
  }
  // Asked too late to be known before the last batch, yet in time for the whole.
  signal?.throwIfAborted();
}
