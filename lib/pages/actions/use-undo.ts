import { useMemo, useState } from 'preact/hooks';
import type { PageNotices } from '@/components/feedback/Notices';

export interface Undoable {
  /** Consecutive changes of one kind are undone together. */
  kind: string;
  /** Identity within its kind: a repeated change replaces the former. */
  key: string;
  /** `3 papers removed`. */
  message(count: number): string;
  undo(): void;
  /** ms; the default if absent. */
  duration?: number;
}

export interface UndoOffers {
  /** For the last change. */
  undo: PageNotices['undo'];
  /** Replaces offers of another kind. */
  offer(undoable: Undoable): void;
  /** Drops an offer whose change was reverted otherwise. */
  withdraw(kind: string, key: string): void;
}

/** Stable until an offer changes; `offer` and `withdraw` always. */
export function useUndo(): UndoOffers {
  const [offered, setOffered] = useState<readonly Undoable[]>([]);
  const steady = useMemo(
    () => ({
      offer: (undoable: Undoable): void =>
        setOffered((former) => [
          ...former.filter(({ kind, key }) => kind === undoable.kind && key !== undoable.key),
          undoable,
        ]),
      withdraw: (kind: string, key: string): void =>
        setOffered((former) => former.filter((each) => each.kind !== kind || each.key !== key)),
    }),
    [],
  );
  return useMemo(() => {
    const last = offered.at(-1);
    return {
      ...steady,
      undo: last && {
        of: last,
        message: last.message(offered.length),
        duration: last.duration,
        onUndo() {
          setOffered([]);
          for (const { undo } of offered) undo();
        },
        onDone: () => setOffered([]),
      },
    };
  }, [offered, steady]);
}
