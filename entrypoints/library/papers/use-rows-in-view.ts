import { useMemo, useRef, useState } from 'preact/hooks';
import { paperRows, type PaperRow } from '@/lib/library/queries';
import { useLiveQuery } from '@/lib/pages/library/use-live-query';
import { useLibrary } from '@/lib/pages/page-context';
import type { PaperId } from '@/lib/papers/paper-id';

/** Rows read at once: small scrolls read nothing. */
const STEP = 25;
/** Rows cached for scrolling back. */
const KEPT = 1000;

/** The rows in view, read on demand, live while visible. */
export function useRowsInView(ids: readonly PaperId[]): {
  rowOf(id: PaperId): PaperRow | undefined;
  onRange(start: number, end: number): void;
} {
  const { db } = useLibrary();
  const [range, setRange] = useState({ start: 0, end: 2 * STEP });
  const kept = useRef(new Map<PaperId, PaperRow>());
  const inView = useMemo(() => ids.slice(range.start, range.end), [ids, range]);
  const read = useLiveQuery(async () => paperRows(db, inView), [db, inView.join(' ')]);
  if (read !== undefined) keep(kept.current, read);
  return {
    rowOf: (id) => kept.current.get(id),
    onRange(first, last) {
      const start = Math.max(0, Math.floor(first / STEP - 0.5) * STEP);
      const end = Math.ceil(last / STEP + 0.5) * STEP;
      if (start !== range.start || end !== range.end) setRange({ start, end });
    },
  };
}

function keep(kept: Map<PaperId, PaperRow>, rows: readonly PaperRow[]): void {
  for (const row of rows) {
    kept.delete(row.paper.id);
    kept.set(row.paper.id, row);
  }
  // Maps iterate oldest first.
  for (const id of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(id);
  }
}
