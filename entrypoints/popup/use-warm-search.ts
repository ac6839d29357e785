import { useEffect, useState } from 'preact/hooks';
import { useLibrary } from '@/lib/pages/page-context';
import { loadSearch, loadSuggestions } from '@/lib/pages/search/load-search';

/**
 * Other queries wait this long (ms) after the warm-up: counting 100,000 papers takes about as long
 * and would block the first search.
 */
const LEFT_ALONE = 1000;

/**
 * Warms up the search after the first paint: the reader's first key comes later.
 * @returns true `LEFT_ALONE` after that, when deferred work may begin
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
          // The first search loads it then, and reports the error.
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
