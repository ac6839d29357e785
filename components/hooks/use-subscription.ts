import { useLayoutEffect, useMemo, useState } from 'preact/hooks';

/** A minimal observable, like Dexie's live queries. */
export interface Subscribable<T> {
  subscribe(next: (value: T) => void, error: (reason: unknown) => void): { unsubscribe(): void };
}

/** An async call as a `Subscribable` of one value. */
export function once<T>(read: () => Promise<T>): Subscribable<T> {
  return {
    subscribe(next, error) {
      let left = false;
      const emit = async (): Promise<void> => {
        const value = await read();
        if (!left) next(value);
      };
      emit().catch((reason: unknown) => left || error(reason));
      return {
        unsubscribe() {
          left = true;
        },
      };
    },
  };
}

/**
 * The latest value; undefined until the first. Changed `deps` run `make` again. Throws errors on
 * render, for the error boundary.
 */
export function useSubscription<T>(
  make: () => Subscribable<T>,
  deps: readonly unknown[],
): T | undefined {
  const [latest, setLatest] = useState<{ of: object; value?: T; error?: { reason: unknown } }>();
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the caller's `deps`, as in useMemo
  const source = useMemo(make, deps);
  // Layout effect: subscribes before the first paint.
  useLayoutEffect(() => {
    const subscription = source.subscribe(
      (value) => setLatest({ of: source, value }),
      (reason) => setLatest({ of: source, error: { reason } }),
    );
    return () => subscription.unsubscribe();
  }, [source]);
  if (latest?.of !== source) return undefined;
  if (latest.error !== undefined) throw latest.error.reason;
  return latest.value;
}
