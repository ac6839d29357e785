import { useMemo, useState } from 'preact/hooks';
import type { PageNotices } from '@/components/feedback/Notices';

/** Something that was done and can be taken back. */
export interface Undoable {
  /** What kind of thing: those of one kind done one after the other are undone together. */
  kind: string;
  /** Tells it from others of its kind: done again, it takes the place of the former. */
  key: string;
  /** What was done, in words, `count` times: `3 papers removed`. */
  message(count: number): string;
  undo(): void;
  /** How long it is offered, ms, where that is not the usual. */
  stays?: number;
}

export interface UndoOffers {
  /** What can be undone now: what was done last. */
  undo: PageNotices['undo'];
  /** Offers to undo this, in place of what was offered before unless that is of its kind. */
  offer(undoable: Undoable): void;
  /** No longer offers it: it was taken back in another way. */
  withdraw(kind: string, key: string): void;
}

/** One offer to undo for a page: the last thing done. */
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
  const last = offered.at(-1);
  return {
    ...steady,
    undo: last && {
      of: last,
      message: last.message(offered.length),
      stays: last.stays,
      onUndo() {
        setOffered([]);
        for (const { undo } of offered) undo();
      },
      onDone: () => setOffered([]),
    },
  };
}
