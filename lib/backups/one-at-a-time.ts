const LOCK = 'papershelf-copy';

/** Runs `make` once no other backup is running. */
export async function withBackupLock<T>(make: () => Promise<T>): Promise<T> {
  return navigator.locks.request(LOCK, make);
}

/** Runs `make` unless another backup is running. */
export async function withBackupLockIfFree(make: () => Promise<void>): Promise<void> {
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await make();
  });
}
