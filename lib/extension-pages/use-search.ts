import { useEffect, useState } from 'preact/hooks';
import { withCodedErrors } from '../db/coded-errors';
import type { LibraryContext } from '../library/context';
import { searchLibrary } from '../library/queries';
import type { PaperId } from '../papers/paper-id';

/** What a search of the library found so far. */
export interface Search {
  query: string;
  /** Newest save first. */
  ids: readonly PaperId[];
  /** Whether there may be more to come. */
  underWay: boolean;
}

/**
 * Searches the library as the query is typed; a search that is overtaken is left. Until the new one
 * finds something, or is done, the former's hits stay. Undefined without a query.
 */
export function useSearch({ db }: LibraryContext, query: string): Search | undefined {
  const words = query.trim();
  const [search, setSearch] = useState<Search>();
  const [error, setError] = useState<{ reason: unknown }>();
  useEffect(() => {
    if (words === '') {
      setSearch(undefined);
      return;
    }
    const left = new AbortController();
    setSearch((former) => ({ query: words, ids: former?.ids ?? [], underWay: true }));
    const found = (ids: readonly PaperId[], underWay: boolean): void => {
      if (!left.signal.aborted) setSearch({ query: words, ids, underWay });
    };
    withCodedErrors(() =>
      searchLibrary(db, words, { onFound: (ids) => found(ids, true), signal: left.signal }),
    ).then(
      (ids) => found(ids, false),
      (reason: unknown) => left.signal.aborted || setError({ reason }),
    );
    return () => left.abort();
  }, [db, words]);
  // For the page's boundary to show.
  if (error !== undefined) throw error.reason;
  return words === '' ? undefined : search;
}
