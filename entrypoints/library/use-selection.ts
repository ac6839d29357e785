import { useMemo, useRef, useState } from 'preact/hooks';

/** Selected rows, by id. They outlive a search: several searches can add to them. */
export interface Selection<Id extends string> {
  has(id: Id): boolean;
  /** Includes unlisted rows. */
  size: number;
  /** Selected members of `ids`, in order. */
  of(ids: readonly Id[]): Id[];
  /** @param range selects from the last selected row */
  select(index: number, selected: boolean, range: boolean): void;
  add(ids: readonly Id[]): void;
  selectAll(): void;
  clear(): void;
}

/** @param shown in display order, for ranges */
export function useSelection<Id extends string>(shown: readonly Id[]): Selection<Id> {
  const [chosen, setChosen] = useState<ReadonlySet<Id>>(new Set());
  const last = useRef<Id>(undefined);
  return useMemo(
    () => ({
      has: (id) => chosen.has(id),
      size: chosen.size,
      of: (ids) => (chosen.size === 0 ? [] : ids.filter((id) => chosen.has(id))),
      select(index, selected, range) {
        const from = range && last.current !== undefined ? shown.indexOf(last.current) : -1;
        const start = from < 0 ? index : Math.min(from, index);
        const end = from < 0 ? index : Math.max(from, index);
        const next = new Set(chosen);
        for (const id of shown.slice(start, end + 1)) {
          if (selected) next.add(id);
          else next.delete(id);
        }
        last.current = shown[index];
        setChosen(next);
      },
      add: (ids) => setChosen(new Set([...chosen, ...ids])),
      selectAll: () => setChosen(new Set([...chosen, ...shown])),
      clear: () => setChosen(new Set()),
    }),
    [chosen, shown],
  );
}
