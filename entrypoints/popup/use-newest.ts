import { useState } from 'preact/hooks';
import { useLibrary } from '@/lib/pages/page-context';
import { newestIds, paperRows } from '@/lib/library/queries';
import { useLastDefined, useLiveQuery } from '@/lib/pages/library/use-live-query';
import { ROWS_AT_ONCE, type Rows } from './use-rows-of';

/** The library's newest papers, in batches. */
export function useNewest(): Rows {
  const { db } = useLibrary();
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  const read = useLiveQuery(async () => paperRows(db, await newestIds(db, limit)), [db, limit]);
  const rows = useLastDefined(read);
  return {
    rows,
    showMore() {
      if (rows !== undefined && rows.length >= limit) setLimit(limit + ROWS_AT_ONCE);
    },
  };
}
