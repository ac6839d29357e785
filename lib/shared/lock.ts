/**
 * Runs `work` on one page at a time. Without locks (tests), commits still check for concurrent
 * changes.
 */
export async function withLock(
  name: string,
  signal: AbortSignal | undefined,
  work: () => Promise<void>,
): Promise<void> {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  if (locks === undefined) await work();
  else await locks.request(name, signal === undefined ? {} : { signal }, work);
}
