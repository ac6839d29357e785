import type { Snapshot } from './snapshot';

/** `work`, done once for each snapshot. */
export function onceFor<T>(
  work: (snapshot: Snapshot) => Promise<T>,
): (snapshot: Snapshot) => Promise<T> {
  const done = new WeakMap<Snapshot, { value: T }>();
  return async (snapshot) => {
    const known = done.get(snapshot) ?? { value: await work(snapshot) };
    done.set(snapshot, known);
    return known.value;
  };
}
