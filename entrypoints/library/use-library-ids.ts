import { useEffect, useState } from 'preact/hooks';
import type { LibraryContext } from '@/lib/library/context';
import { libraryIds, newestIds } from '@/lib/library/queries';
import { useLiveQuery } from '@/lib/extension-pages/use-live-query';
import type { PaperId } from '@/lib/papers/paper-id';

/** As many as a tall window shows: read first, since all keys of a big library take a while. */
const FIRST = 60;
/** The first rows' lead over the other keys, which they would otherwise stand in line behind, ms. */
const HEAD_START = 100;

/** The ids of the library, newest save first. */
export interface LibraryIds {
  /** The same array while they are the same; undefined until the first are read. */
  ids: readonly PaperId[] | undefined;
  /** Whether these are all. */
  complete: boolean;
}

/** Reads the newest ids, then all, and follows their changes. */
export function useLibraryIds({ db }: LibraryContext): LibraryIds {
  const first = useLiveQuery(async () => newestIds(db, FIRST), [db]);
  const [wantsAll, setWantsAll] = useState(false);
  const hasFirst = first !== undefined;
  useEffect(() => {
    if (!hasFirst) return;
    const timer = setTimeout(() => setWantsAll(true), HEAD_START);
    return () => clearTimeout(timer);
  }, [hasFirst]);
  const all = useLiveQuery(async () => (wantsAll ? libraryIds(db) : undefined), [db, wantsAll]);
  const ids = useSame(all ?? first);
  return { ids, complete: all !== undefined };
}

/** `ids`, but the former array when it holds the same. */
function useSame(ids: readonly PaperId[] | undefined): readonly PaperId[] | undefined {
  const [kept, setKept] = useState(ids);
  if (ids === undefined || ids === kept || isSame(ids, kept)) return kept;
  // Drawn again at once with the new ones, before anything is shown.
  setKept(ids);
  return ids;
}

function isSame(ids: readonly PaperId[], others: readonly PaperId[] | undefined): boolean {
  return ids.length === others?.length && ids.every((id, index) => id === others[index]);
}
