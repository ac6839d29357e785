import type { Snapshot } from './snapshot';

/** Memoizes by snapshot; further arguments must not vary. */
export function memoizeBySnapshot<T, More extends unknown[]>(
  work: (snapshot: Snapshot, ...more: More) => Promise<T>,
): (snapshot: Snapshot, ...more: More) => Promise<T> {
  const done = new WeakMap<Snapshot, { value: T }>();
  return async (snapshot, ...more) => {
    const known = done.get(snapshot) ?? { value: await work(snapshot, ...more) };
    done.set(snapshot, known);
    return known.value;
  };
}
