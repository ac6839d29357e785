import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { withFailures } from '@/lib/db/to-failure';
import type { LibraryContext } from '@/lib/library/context';
import { weeklyRises } from '@/lib/library/history/weekly-rises';
import { parseQuery } from '@/lib/query/parse-query';
import type { Query } from '@/lib/query/query';
import type { Found } from '@/lib/search/found';
import { searchIndex } from '@/lib/search/search';
import { searchVersion } from '@/lib/search/index-version';
import { useLiveQuery } from '../library/use-live-query';

/** A query and what was last found for it, or for the one before while it is being answered. */
export interface Search {
  query: Query;
  found: Found | undefined;
  /** Whether `found` answers this very query. */
  answered: boolean;
}

/** A query's text as it is understood now. */
export function useQuery({ now }: LibraryContext, text: string): Query {
  return useMemo(() => parseQuery(text, now()), [now, text]);
}

/**
 * Searches the library as the query changes, and again when papers change, in whichever tab. Until
 * a query is answered the former's papers stay; an answer that was overtaken is dropped.
 * @param facets whether their counts are wanted too
 */
export function useSearch(
  { db, now }: LibraryContext,
  query: Query,
  { facets, active }: { facets: boolean; active: boolean },
): Search {
  const [answer, setAnswer] = useState<{ query: Query; found: Found }>();
  const [error, setError] = useState<{ reason: unknown }>();
  // Known before anything is asked, so that no search waits for it.
  const standing = useLiveQuery(async () => searchVersion(db), [db]);
  const asked = useRef(0);
  // A layout effect: it asks before the paint of what was typed, not a frame later.
  useLayoutEffect(() => {
    if (!active) setAnswer(undefined);
    if (!active || standing === undefined) return;
    const turn = ++asked.current;
    const left = new AbortController();
    const rises = () => weeklyRises(db, now());
    withFailures(() => searchIndex(db, query, { facets, rises, signal: left.signal })).then(
      (found) => turn === asked.current && setAnswer({ query, found }),
      (reason: unknown) => left.signal.aborted || setError({ reason }),
    );
    return () => left.abort();
  }, [db, now, query, facets, active, standing]);
  // For the page's boundary to show.
  if (error !== undefined) throw error.reason;
  return { query, found: answer?.found, answered: answer?.query === query };
}
