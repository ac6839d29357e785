import { useMemo, useRef, useState } from 'preact/hooks';
import type { PaperId } from '@/lib/papers/paper-id';

/** The papers chosen for acting on at once. It outlasts a search, so that several can add to it. */
export interface Selection {
  has(id: PaperId): boolean;
  /** Those of `ids` chosen, in their order. */
  of(ids: readonly PaperId[]): PaperId[];
  /** @param range whether it reaches from the one chosen last to this */
  select(index: number, selected: boolean, range: boolean): void;
  selectAll(): void;
  clear(): void;
}

/** @param shown the papers as they are listed, which ranges are counted in */
export function useSelection(shown: readonly PaperId[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<PaperId>>(new Set());
  const last = useRef<PaperId>(undefined);
  return useMemo(
    () => ({
      has: (id) => chosen.has(id),
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
      selectAll: () => setChosen(new Set([...chosen, ...shown])),
      clear: () => setChosen(new Set()),
    }),
    [chosen, shown],
  );
}
