import { useEffect, useState } from 'preact/hooks';
import type { LibraryContext } from '@/lib/library/context';
import { warmSearch } from '@/lib/search/search';

/** So long a first search has the database for itself, ms: counting 100,000 papers takes as long. */
const LEFT_ALONE = 1000;

/**
 * Loads what a first search needs, once what the page shows first is painted: the reader's first
 * key comes later than that.
 * @param painted whether it is
 * @returns whether it is done, and was for a second, so that what can wait may begin
 */
export function useWarmSearch({ db }: LibraryContext, painted: boolean): boolean {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    if (!painted) return;
    let timer = setTimeout(() => {
      warmSearch(db)
        .catch((error: unknown) =>
          // The first search loads it then, and says what is wrong.
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
