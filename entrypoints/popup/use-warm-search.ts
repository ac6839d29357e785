import { useEffect, useState } from 'preact/hooks';
import { useLibrary } from '@/lib/pages/page-context';
import { loadSearch, loadSuggestions } from '@/lib/pages/search/load-search';

/**
 * Other queries wait this long after the warm-up, ms: counting 100,000 papers takes about as long
 * and would block the first search.
 */
const LEFT_ALONE = 1000;

/**
 * Warms up the search after the first paint, before the reader's first key.
 * @returns true `LEFT_ALONE` later, when deferred work may begin
 */
export function useWarmSearch(painted: boolean): boolean {
  const { db } = useLibrary();
  const [rested, setRested] = useState(false);
  useEffect(() => {
    if (!painted) return;
    let timer = setTimeout(() => {
      void loadSuggestions();
      loadSearch()
        .then(({ warmSearch }) => warmSearch(db))
        .catch((error: unknown) =>
          // The first search then loads it and reports errors.
          console.warn('Papershelf could not prepare its search', error),
        )
        .finally(() => {
          timer = setTimeout(() => setRested(true), LEFT_ALONE);
        });
    });
    return () => clearTimeout(timer);
  }, [db, painted]);
  return rested;
}
