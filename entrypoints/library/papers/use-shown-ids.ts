import { useEffect, useMemo, useState } from 'preact/hooks';
import { useLiveQuery } from '@/lib/pages/library/use-live-query';
import type { Search } from '@/lib/pages/search/use-search';
import type { LibraryContext } from '@/lib/library/context';
import { libraryIds, newestIds } from '@/lib/library/queries';
import { isWhole } from '@/lib/query/is-whole';
import type { PaperId } from '@/lib/papers/paper-id';

/** As many as a tall window shows: read first, since the whole of a big library takes a while. */
const FIRST = 60;

export interface ShownIds {
  /** The papers to list; undefined while nothing is known of them. */
  ids: readonly PaperId[] | undefined;
  /** Whether these are all that there are to list. */
  complete: boolean;
}

/**
 * The papers that the list shows: what the search found. The whole library, newest first, is listed
 * at once, by its first rows, and in full while the index is still taking papers in.
 */
export function useShownIds({ db }: LibraryContext, search: Search): ShownIds {
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

/** `ids`, but the former array when it holds the same. */
function useSame(ids: readonly PaperId[] | undefined): readonly PaperId[] | undefined {
  const [kept, setKept] = useState(ids);
  useEffect(() => setKept(ids), [ids]);
  if (ids === undefined || ids === kept || isSame(ids, kept)) return kept;
  return ids;
}

function isSame(ids: readonly PaperId[], others: readonly PaperId[] | undefined): boolean {
  return ids.length === others?.length && ids.every((id, index) => id === others[index]);
}
