import { useEffect } from 'preact/hooks';
import type { LibraryContext } from '../library/context';
import { warmSearch } from '../search/search';

/**
 * Loads what a first search needs, once what the page shows first is painted: the reader's first
 * key comes later than that.
 * @param painted whether it is
 */
export function useWarmSearch({ db }: LibraryContext, painted: boolean): void {
  useEffect(() => {
    if (!painted) return;
    const timer = setTimeout(() => {
      warmSearch(db).catch((error: unknown) =>
        // The first search loads it then, and says what is wrong.
        console.warn('Papershelf could not prepare its search', error),
      );
    });
    return () => clearTimeout(timer);
  }, [db, painted]);
}
