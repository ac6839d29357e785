import { asFailure, Failure, type FailureCode } from '@/lib/shared/failure';

/**
 * Runs database work and turns what it throws into a `Failure` with a code. The promise is a native
 * one, not Dexie's: a message listener that answers with Dexie's answers nothing.
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
  // Dexie wraps: the quota error may be inside an AbortError (https://dexie.org/docs/Dexie.QuotaExceededError).
  if (names.includes('QuotaExceededError')) return 'storage-full';
  if (names.includes('BlockedError')) return 'database-blocked';
  return names.length > 0 ? 'database' : 'unexpected';
}

/** The names of a DOM or Dexie error and of those it wraps; empty for other errors. */
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
