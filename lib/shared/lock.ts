/**
 * Runs `work` under a lock and returns its result. Without locks (in tests) runs it at once, so
 * committing code must check for concurrent changes itself.
 */
export async function withLock<T>(
  name: string,
  work: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  if (locks === undefined) return work();
  return locks.request(name, signal === undefined ? {} : { signal }, work);
}

/** Runs `work` unless the lock is held. */
export async function withLockIfFree(name: string, work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work();
  });
}
