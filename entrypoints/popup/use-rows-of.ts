import { useState } from 'preact/hooks';
import type { LibraryContext } from '@/lib/library/context';
import { paperRows, type PaperRow } from '@/lib/library/queries';
import { useLastDefined, useLiveQuery } from '@/lib/pages/library/use-live-query';
import type { PaperId } from '@/lib/papers/paper-id';

/** Rows read at first, three popups full, and so many more each time the reader nears their end. */
export const ROWS_AT_ONCE = 20;

/** Rows of a list, and what asks for more of them. */
export interface Rows {
  /** Undefined until the first are read. */
  rows: PaperRow[] | undefined;
  showMore(): void;
}

/** The rows of `ids`, more of them as they are asked for. */
export function useRowsOf({ db }: LibraryContext, ids: readonly PaperId[], query: string): Rows {
  const [asked, setAsked] = useState({ query, limit: ROWS_AT_ONCE });
  // Another query starts from the top.
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
