import { useEffect, useState } from 'preact/hooks';
import { useLibrary } from '@/lib/pages/page-context';
import type { PaperId } from '@/lib/papers/paper-id';

/** Delay, ms: the first rows load first. */
const TIMEOUT = 500;

/** All titles, for rows scrolled past unread. */
export function useTitles(wanted: boolean) {
  const { db } = useLibrary();
  const [titles, setTitles] = useState<ReadonlyMap<PaperId, string>>();
  useEffect(() => {
    if (!wanted) return;
    const timer = setTimeout(() => {
      const read = async () => (await import('@/lib/search/find/paper-titles')).paperTitles(db);
      read().then(setTitles, (error: unknown) =>
        // Rows only stay blank a little longer.
        console.warn('Papershelf could not read the titles', error),
      );
    }, TIMEOUT);
    return () => clearTimeout(timer);
  }, [db, wanted]);
  return titles;
}
