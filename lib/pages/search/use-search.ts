import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useLocalDay } from '@/components/hooks/use-local-day';
import { withFailures } from '@/lib/db/to-failure';
import { weeklyRises } from '@/lib/library/history/weekly-rises';
import { parseQuery } from '@/lib/query/parse-query';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Query } from '@/lib/query/query';
import type { Found } from '@/lib/search/found';
import { searchVersion } from '@/lib/search/index-version';
import { useLiveQuery } from '../library/use-live-query';
import { useLibrary } from '../page-context';
import { loadSearch } from './load-search';

export interface Search {
  query: Query;
  found: Found | undefined;
  /** Whether `found` answers this query. */
  answered: boolean;
}

/** Parses a query as of the reader's day, for all papers or `only` these. */
export function useQuery(text: string, only?: ReadonlySet<PaperId>): Query {
  const { now } = useLibrary();
  const day = useLocalDay(now);
  return useMemo(
    () => ({ ...parseQuery(text, now()), ...(only && { only }) }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `saved:today` changes with the day
    [now, day, text, only],
  );
}

/**
 * Searches again when the query or, in any tab, the papers change; returns the previous results
 * meanwhile, and drops overtaken answers.
 */
export function useSearch(
  query: Query,
  { facets, active }: { facets: boolean; active: boolean },
): Search {
  const { db, now } = useLibrary();
  const [answer, setAnswer] = useState<{ query: Query; found: Found }>();
  const [error, setError] = useState<{ reason: unknown }>();
  // Early, so that no search waits for it.
  const version = useLiveQuery(async () => searchVersion(db), [db]);
  const asked = useRef(0);
  // A layout effect: search before the typed text is painted.
  useLayoutEffect(() => {
    if (!active) setAnswer(undefined);
    if (!active || version === undefined) return;
    const turn = ++asked.current;
    const left = new AbortController();
    const rises = () => weeklyRises(db, now());
    withFailures(async () => {
      const { searchIndex } = await loadSearch();
      return searchIndex(db, query, { facets, rises, signal: left.signal });
    }).then(
      (found) => turn === asked.current && setAnswer({ query, found }),
      (reason: unknown) => left.signal.aborted || setError({ reason }),
    );
    return () => left.abort();
  }, [db, now, query, facets, active, version]);
  // For the page's error boundary.
  if (error !== undefined) throw error.reason;
  return { query, found: answer?.found, answered: answer?.query === query };
}
