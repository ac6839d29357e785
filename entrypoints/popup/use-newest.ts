import { useState } from 'preact/hooks';
import type { LibraryContext } from '@/lib/library/context';
import { newestIds, paperRows, type PaperRow } from '@/lib/library/queries';
import { useKept, useLiveQuery } from '@/lib/extension-pages/use-live-query';
import type { PaperId } from '@/lib/papers/paper-id';

/** Rows read at first, three popups full, and so many more each time the reader nears their end. */
const ROWS_AT_ONCE = 20;

interface Rows {
  /** Undefined until the first are read. */
  rows: PaperRow[] | undefined;
  showMore(): void;
}

/** The newest papers of the library, more of them as they are asked for. */
export function useNewest({ db }: LibraryContext): Rows {
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const read = useLiveQuery(async () => paperRows(db, await newestIds(db, limit)), [db, limit]);
  const rows = useKept(read);
  return {
    rows,
    showMore() {
      if (rows !== undefined && rows.length >= limit) setLimit(limit + ROWS_AT_ONCE);
    },
  };
}

/** The rows of `ids`, more of them as they are asked for. */
export function useRowsOf({ db }: LibraryContext, ids: readonly PaperId[], query: string): Rows {
  const [asked, setAsked] = useState({ query, limit: ROWS_AT_ONCE });
  // Another query starts from the top.
  const limit = asked.query === query ? asked.limit : ROWS_AT_ONCE;
  const shown = ids.slice(0, limit);
  const read = useLiveQuery(async () => paperRows(db, shown), [db, shown.join(' ')]);
  return {
    rows: useKept(read),
    showMore() {
      if (ids.length > limit) setAsked({ query, limit: limit + ROWS_AT_ONCE });
    },
  };
}
