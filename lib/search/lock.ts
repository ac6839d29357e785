/** What of `navigator.locks` is needed. */
export interface Locks {
  request<T>(name: string, options: { signal?: AbortSignal }, work: () => Promise<T>): Promise<T>;
}

/**
 * Runs `work` while no other page of this browser does. Where there are no locks it is run at once:
 * whoever commits checks that nobody else did meanwhile.
 */
export function withLock<T>(
  name: string,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const locks: Locks | undefined = globalThis.navigator?.locks;
  if (locks === undefined) return work();
  return locks.request(name, signal === undefined ? {} : { signal }, work);
}
