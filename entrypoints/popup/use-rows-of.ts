import { useState } from 'preact/hooks';
import { useLibrary } from '@/lib/pages/page-context';
import { paperRows, type PaperRow } from '@/lib/library/queries';
import { useLastDefined, useLiveQuery } from '@/lib/pages/library/use-live-query';
import type { PaperId } from '@/lib/papers/paper-id';

/** Three popups full. */
export const ROWS_AT_ONCE = 20;

/** Loaded rows; can load more. */
export interface Rows {
  /** Undefined until loaded. */
  rows: PaperRow[] | undefined;
  showMore(): void;
}

/** The rows of `ids`, in batches. */
export function useRowsOf(ids: readonly PaperId[], query: string): Rows {
  const { db } = useLibrary();
  const [asked, setAsked] = useState({ query, limit: ROWS_AT_ONCE });
  // A new query starts from the top.
  const limit = asked.query === query ? asked.limit : ROWS_AT_ONCE;
  const shown = ids.slice(0, limit);
  const read = useLiveQuery(async () => paperRows(db, shown), [db, shown.join(' ')]);
  return {
    rows: useLastDefined(read),
    showMore() {
      if (ids.length > limit) setAsked({ query, limit: limit + ROWS_AT_ONCE });
    },
  };
}
