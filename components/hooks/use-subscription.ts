import { useLayoutEffect, useMemo, useState } from 'preact/hooks';

/** What can be subscribed to: an observable such as Dexie's live queries are. */
export interface Subscribable<T> {
  subscribe(next: (value: T) => void, error: (reason: unknown) => void): { unsubscribe(): void };
}

/** What is asked for once, as something to subscribe to. */
export function once<T>(sendMessage: () => Promise<T>): Subscribable<T> {
  return {
    subscribe(next, error) {
      let left = false;
      const tell = async (): Promise<void> => {
        const value = await sendMessage();
        if (!left) next(value);
      };
      tell().catch((reason: unknown) => left || error(reason));
      return {
        unsubscribe() {
          left = true;
        },
      };
    },
  };
}

/**
 * The latest value of what `make` gives, made anew when `deps` change; undefined until the first
 * comes. An error is thrown where the hook is used, for the page's boundary to show.
 */
export function useSubscription<T>(
  make: () => Subscribable<T>,
  deps: readonly unknown[],
): T | undefined {
  const [latest, setLatest] = useState<{ of: object; value?: T; error?: { reason: unknown } }>();
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- `deps` are the caller's, as in useMemo
  const source = useMemo(make, deps);
  // A layout effect: it asks before the first paint, not after.
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
