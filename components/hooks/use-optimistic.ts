import { useMemo, useReducer, useRef } from 'preact/hooks';

/** A stored change is shown at most this long, ms: another tab may have undone it meanwhile. */
const CATCH_UP_LIMIT = 5000;

interface Pending<C> {
  change: C;
  isStored: boolean;
}

/** @param stored resolves to whether it was stored; its caller reports failures */
export type ShowChange<C> = (change: C, stored: Promise<boolean>) => void;

/**
 * The stored value with changes being stored, and a stable function that shows another change at
 * once. A change is shown until storing fails or `stored` contains it; a live query may first
 * deliver an older value.
 * @param apply pure and idempotent
 */
export function useOptimistic<T, C>(
  stored: T,
  apply: (value: T, change: C) => T,
): [T, ShowChange<C>] {
  const pending = useRef<readonly Pending<C>[]>([]);
  const [, redraw] = useReducer<number, void>((turn) => turn + 1, 0);
  pending.current = withoutCaughtUp(pending.current, stored, apply);
  const show = useMemo(() => {
    const drop = (dropped: Pending<C>): void => {
      pending.current = pending.current.filter((each) => each !== dropped);
      redraw();
    };
    return (change: C, write: Promise<boolean>): void => {
      const added = { change, isStored: false };
      pending.current = [...pending.current, added];
      redraw();
      const settle = async (): Promise<void> => {
        added.isStored = await write;
        if (!added.isStored) return drop(added);
        setTimeout(drop, CATCH_UP_LIMIT, added);
        redraw();
      };
      void settle();
    };
  }, []);
  return [pending.current.reduce((value, { change }) => apply(value, change), stored), show];
}

/** The `apply` for replaced values. */
export function replace<T>(_: T, chosen: T): T {
  return chosen;
}

/**
 * Drops the first changes that are stored and make no difference to `stored`. In turn, since a
 * later one may replace an earlier one.
 */
function withoutCaughtUp<T, C>(
  pending: readonly Pending<C>[],
  stored: T,
  apply: (value: T, change: C) => T,
): readonly Pending<C>[] {
  let value = stored;
  let caughtUp = 0;
  for (const [index, { change, isStored }] of pending.entries()) {
    if (!isStored) break;
    value = apply(value, change);
    if (JSON.stringify(value) === JSON.stringify(stored)) caughtUp = index + 1;
  }
  return caughtUp === 0 ? pending : pending.slice(caughtUp);
}
