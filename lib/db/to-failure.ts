import { asFailure, Failure, type FailureCode } from '@/lib/shared/failure';

/**
 * Converts errors of database work to a `Failure`. Returns a native promise: a message listener
 * that returns Dexie's sends no answer.
 */
export async function withFailures<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Failure ? error : asFailure(error, codeOf(error));
  }
}

function codeOf(error: unknown): FailureCode {
  const names = namesOf(error);
  // Dexie may wrap the quota error in an AbortError
  // (https://dexie.org/docs/Dexie.QuotaExceededError).
  if (names.includes('QuotaExceededError')) return 'storage-full';
  if (names.includes('BlockedError')) return 'database-blocked';
  return names.length > 0 ? 'database' : 'unexpected';
}

/** Includes wrapped errors; empty unless a DOM or Dexie error. */
function namesOf(error: unknown): string[] {
  const names: string[] = [];
  let inner: unknown = error;
  while (inner instanceof Object && 'name' in inner && names.length < 5) {
    const isDatabaseError = 'inner' in inner || inner instanceof DOMException;
    if (isDatabaseError) names.push(String(inner.name));
    inner = 'inner' in inner ? inner.inner : undefined;
  }
  return names;
}
