import { liveQuery } from 'dexie';
import { useRef } from 'preact/hooks';
import { useSubscription, type Subscribable } from '@/components/hooks/use-subscription';
import { withFailures } from '@/lib/db/to-failure';

/**
 * The result of `querier`, live from any tab; undefined until read for these `deps`. `querier` may
 * await only the database.
 */
export function useLiveQuery<T>(
  querier: () => Promise<T>,
  deps: readonly unknown[],
): T | undefined {
  return useSubscription(() => codedQuery(querier), deps);
}

/** The last defined value, while the next loads. */
export function useLastDefined<T>(value: T | undefined): T | undefined {
  const kept = useRef(value);
  if (value !== undefined) kept.current = value;
  return kept.current;
}

/** Retry delays while the database is closed, ms: first and later. */
const RETRY_AFTER = 250;
const RETRY_EVERY = 5000;

/** Dexie's live queries swallow these errors: the result would stay undefined. */
const SWALLOWED = new Set(['DatabaseClosedError', 'AbortError']);

type Outcome<T> = { value: T } | { closed: unknown };

/**
 * A live query that fails with a `Failure`. Retries if the database was closed; fails the second
 * time, unless the page already shows a value.
 */
function codedQuery<T>(querier: () => Promise<T>): Subscribable<T> {
  return {
    subscribe(next, error) {
      let hasValue = false;
      let tries = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let subscription: { unsubscribe(): void } | undefined;
      const fail = (reason: unknown): void => {
        withFailures(() => Promise.reject(reason)).catch(error);
      };
      const take = (outcome: Outcome<T>): void => {
        if ('value' in outcome) {
          hasValue = true;
          tries = 0;
          next(outcome.value);
          return;
        }
        subscription?.unsubscribe();
        tries += 1;
        if (tries === 1) timer = setTimeout(start, RETRY_AFTER);
        else if (hasValue) timer = setTimeout(start, RETRY_EVERY);
        else fail(outcome.closed);
      };
      const start = (): void => {
        subscription = liveQuery(async () => outcomeOf(querier)).subscribe(take, fail);
      };
      start();
      return {
        unsubscribe() {
          clearTimeout(timer);
          subscription?.unsubscribe();
        },
      };
    },
  };
}

async function outcomeOf<T>(querier: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await querier() };
  } catch (error) {
    if (error instanceof Error && SWALLOWED.has(error.name)) return { closed: error };
    throw error;
  }
}
