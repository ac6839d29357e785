import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLiveQuery } from '@/lib/pages/library/use-live-query';
import { useLibrary } from '@/lib/pages/page-context';
import type { Search } from '@/lib/pages/search/use-search';
import { libraryIds, newestIds } from '@/lib/library/queries';
import { isWhole } from '@/lib/query/is-whole';
import type { PaperId } from '@/lib/papers/paper-id';

/** A tall window's rows: reading a large library takes a while. */
const FIRST = 60;

export interface ShownIds {
  /** Undefined while loading. */
  ids: readonly PaperId[] | undefined;
  /** `ids` is the full list. */
  complete: boolean;
}

/**
 * The search results. The whole library, newest first, shows its first rows at once, and all even
 * while indexing.
 */
export function useShownIds(search: Search): ShownIds {
  const { db } = useLibrary();
  const { query, found, answered } = search;
  const isNewestFirst =
    query.sort === undefined || (query.sort.by === 'saved' && query.sort.descending);
  const plain = isWhole(query) && isNewestFirst;
  const wantsFirst = plain && found === undefined;
  const first = useLiveQuery(
    async () => (wantsFirst ? newestIds(db, FIRST) : undefined),
    [db, wantsFirst],
  );
  const wantsAll = plain && found !== undefined && found.left > 0;
  const all = useLiveQuery(async () => (wantsAll ? libraryIds(db) : undefined), [db, wantsAll]);
  const ids = useSame(wantsAll ? (all ?? found.ids) : (found?.ids ?? first));
  return useMemo(
    () => ({ ids, complete: answered && (found?.left === 0 || all !== undefined) }),
    [ids, answered, found, all],
  );
}

/** Keeps the former array while contents are equal. */
function useSame(ids: readonly PaperId[] | undefined): readonly PaperId[] | undefined {
  const [kept, setKept] = useState(ids);
  useEffect(() => setKept(ids), [ids]);
  if (ids === undefined || ids === kept || isSame(ids, kept)) return kept;
  return ids;
}

function isSame(ids: readonly PaperId[], others: readonly PaperId[] | undefined): boolean {
  return ids.length === others?.length && ids.every((id, index) => id === others[index]);
}
