import { liveQuery } from 'dexie';
import { useRef } from 'preact/hooks';
import { useSubscription, type Subscribable } from '@/components/hooks/use-subscription';
import { withFailures } from '@/lib/db/to-failure';

/**
 * What `querier` reads from the database, read again when that changes, in whichever tab; undefined
 * until it is first read after `deps` changed. It may await nothing but the database.
 */
export function useLiveQuery<T>(
  querier: () => Promise<T>,
  deps: readonly unknown[],
): T | undefined {
  return useSubscription(() => codedQuery(querier), deps);
}

/** The last value that was not undefined: shown on while the next is being read. */
export function useLastDefined<T>(value: T | undefined): T | undefined {
  const kept = useRef(value);
  if (value !== undefined) kept.current = value;
  return kept.current;
}

function codedQuery<T>(querier: () => Promise<T>): Subscribable<T> {
  const query = liveQuery(querier);
  return {
    subscribe(next, error) {
      return query.subscribe(next, (reason: unknown) => {
        withFailures(() => Promise.reject(reason)).catch(error);
      });
    },
  };
}
