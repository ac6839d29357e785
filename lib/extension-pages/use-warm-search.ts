import { useEffect, useState } from 'preact/hooks';
import type { LibraryContext } from '../library/context';
import { warmSearch } from '../search/search';

/**
 * Loads what a first search needs, once what the page shows first is painted: the reader's first
 * key comes later than that.
 * @param painted whether it is
 * @returns whether it is done, so that what can wait may begin
 */
export function useWarmSearch({ db }: LibraryContext, painted: boolean): boolean {
  const [warm, setWarm] = useState(false);
  useEffect(() => {
    if (!painted) return;
    const timer = setTimeout(() => {
      warmSearch(db)
        .catch((error: unknown) =>
          // The first search loads it then, and says what is wrong.
          console.warn('Papershelf could not prepare its search', error),
        )
        .finally(() => setWarm(true));
    });
    return () => clearTimeout(timer);
  }, [db, painted]);
  return warm;
}
