import { useEffect, useState } from 'preact/hooks';
import type { LibraryContext } from '@/lib/library/context';
import type { PaperId } from '@/lib/papers/paper-id';
import { paperTitles } from '@/lib/search/find/paper-titles';

/** The first rows come first, ms. */
const PATIENCE = 500;

/** The title of every paper, for rows that are scrolled past before they can be read. */
export function useTitles({ db }: LibraryContext, wanted: boolean) {
  const [titles, setTitles] = useState<ReadonlyMap<PaperId, string>>();
  useEffect(() => {
    if (!wanted) return;
    const timer = setTimeout(() => {
      paperTitles(db).then(setTitles, (error: unknown) =>
        // Without them the rows stay blank for a moment longer.
        console.warn('Papershelf could not read the titles', error),
      );
    }, PATIENCE);
    return () => clearTimeout(timer);
  }, [db, wanted]);
  return titles;
}
