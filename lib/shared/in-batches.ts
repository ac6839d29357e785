export interface ProgressOptions {
  onProgress?: (done: number, total: number) => void;
  /** Aborting rejects with its reason and changes nothing. */
  signal?: AbortSignal;
}

const BATCH = 500;

/**
 * Processes items in batches. A surrounding transaction must be an `async` function: Dexie detects
 * native promises by it.
 * @throws the reason of `signal`, rolling back the transaction
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
  // Aborted during the last batch: still roll back.
  signal?.throwIfAborted();
}
