/** How to follow long work, or to leave it. */
export interface ProgressOptions {
  /** Called as items are done, with how many of how many. */
  onProgress?: (done: number, total: number) => void;
  /** When aborted, the work rejects with its reason, and nothing has changed. */
  signal?: AbortSignal;
}

/** So many rows are read and written at once. */
const BATCH = 500;

/**
 * Does long work some items at a time. When it is part of a transaction, that transaction's function
 * must be written `async`: by that Dexie tells that it holds native promises.
 * @throws the reason of `signal` once it is aborted, which takes the whole transaction back
 */
export async function inBatches<T>(
  items: readonly T[],
  { onProgress, signal }: ProgressOptions = {},
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
