/**
 * Runs `work` while no other page of this browser does. Where there are no locks (tests) it is run
 * at once: whoever commits checks that nobody else did meanwhile.
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
