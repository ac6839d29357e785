const LOCK = 'papershelf-copy';

/** Makes a copy when no other part of the extension is at it any more. */
export async function withBackupLock<T>(make: () => Promise<T>): Promise<T> {
  return navigator.locks.request(LOCK, make);
}

/** Makes a copy unless another part of the extension is at it. */
export async function withBackupLockIfFree(make: () => Promise<void>): Promise<void> {
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await make();
  });
}
