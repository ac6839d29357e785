import { useEffect, useState } from 'preact/hooks';
import { withCodedErrors } from '../db/coded-errors';
import type { LibraryContext } from '../library/context';
import { searchLibrary } from '../library/queries';
import type { PaperId } from '../papers/paper-id';
import { useLiveQuery } from './use-live-query';

/** What a search of the library found so far. */
export interface Search {
  query: string;
  /** Newest save first. */
  ids: readonly PaperId[];
  /** Whether there may be more to come. */
  underWay: boolean;
}

/** How long the library must be still before it is searched again, ms. */
const SETTLES_WITHIN = 1000;

/**
 * Searches the library as the query is typed, and again after it changed, in whichever tab; a search
 * that is overtaken is left. Until the new one finds something, or is done, the former's hits stay.
 * Undefined without a query.
 */
export function useSearch({ db }: LibraryContext, query: string): Search | undefined {
  const words = query.trim();
  const [search, setSearch] = useState<Search>();
  const [error, setError] = useState<{ reason: unknown }>();
  const isSearching = words !== '';
  const changedAt = useSettled(
    useLiveQuery(
      async () => (isSearching ? (await db.entries.orderBy('updatedAt').last())?.updatedAt : null),
      [db, isSearching],
    ),
  );
  useEffect(() => {
    if (words === '') {
      setSearch(undefined);
      return;
    }
    const left = new AbortController();
    setSearch((former) =>
      former?.query === words ? former : { query: words, ids: former?.ids ?? [], underWay: true },
    );
    // What is found anew after a change is shown when it is all found: the hits must not jump.
    const onFound = (ids: readonly PaperId[]): void =>
      setSearch((former) =>
        left.signal.aborted || former?.underWay === false
          ? former
          : { query: words, ids, underWay: true },
      );
    withCodedErrors(() => searchLibrary(db, words, { onFound, signal: left.signal })).then(
      (ids) => left.signal.aborted || setSearch({ query: words, ids, underWay: false }),
      (reason: unknown) => left.signal.aborted || setError({ reason }),
    );
    return () => left.abort();
  }, [db, words, changedAt]);
  // For the page's boundary to show.
  if (error !== undefined) throw error.reason;
  return words === '' ? undefined : search;
}

/** `value` once it stayed the same for a while; the first one at once. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), SETTLES_WITHIN);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
