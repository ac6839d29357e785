import { asFailure, Failure, type FailureCode } from '@/lib/shared/failure';
import { unlessBlocked } from './blocked';

/** Less free space, bytes, counts as a full disk. */
const LITTLE = 4_000_000;

/**
 * Converts database errors to a `Failure`. Returns a native promise: a message listener that
 * returns Dexie's sends no answer.
 */
export async function withFailures<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await unlessBlocked(work());
  } catch (error) {
    throw error instanceof Failure ? error : asFailure(error, await codeOf(error));
  }
}

async function codeOf(error: unknown): Promise<FailureCode> {
  const names = namesOf(error);
  // Dexie may wrap the quota error in an AbortError
  // (https://dexie.org/docs/Dexie.QuotaExceededError).
  if (names.includes('QuotaExceededError')) return 'storage-full';
  if (names.includes('BlockedError')) return 'database-blocked';
  if (names.some((name) => MAY_BE_FULL.has(name)) && (await isDiskFull())) return 'storage-full';
  return names.length > 0 ? 'database' : 'unexpected';
}

/**
 * Chromium 156 reports a full disk (tried) as `UnknownError: Internal error opening backing store`,
 * as for a damaged database, and `DataError: Failed to write blobs (IOError)`.
 */
const MAY_BE_FULL: ReadonlySet<string> = new Set(['UnknownError', 'DataError']);

/** With `unlimitedStorage`, Chromium's quota is usage plus free disk space (tried). */
async function isDiskFull(): Promise<boolean> {
  try {
    const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
    return quota - usage < LITTLE;
  } catch {
    return false;
  }
}

/** Includes wrapped errors; empty unless DOM or Dexie errors. */
function namesOf(error: unknown): string[] {
  const names: string[] = [];
  let inner: unknown = error;
  while (inner instanceof Object && 'name' in inner && names.length < 5) {
    const isDatabaseError =
      'inner' in inner || 'failures' in inner || inner instanceof DOMException;
    if (isDatabaseError) names.push(String(inner.name));
    inner = errorIn(inner);
  }
  return names;
}

/** Of several writes: https://dexie.org/docs/DexieErrors/Dexie.BulkError */
function errorIn(error: object): unknown {
  if ('inner' in error) return error.inner;
  return 'failures' in error && Array.isArray(error.failures) ? error.failures[0] : undefined;
}
