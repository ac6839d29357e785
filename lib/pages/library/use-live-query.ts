import { liveQuery } from 'dexie';
import { useRef } from 'preact/hooks';
import { useSubscription, type Subscribable } from '@/components/hooks/use-subscription';
import { withFailures } from '@/lib/db/to-failure';

/**
 * The result of `querier`, live from any tab; undefined until the first for these `deps`. It may
 * await only the database.
 */
export function useLiveQuery<T>(
  querier: () => Promise<T>,
  deps: readonly unknown[],
): T | undefined {
  return useSubscription(() => codedQuery(querier), deps);
}

/** The last defined value: shown while the next is read. */
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
