import { useEffect } from 'preact/hooks';
import type { LibraryContext } from '@/lib/library/context';
import { searchVersion } from '@/lib/search/index-version';
import { useLiveQuery } from '../library/use-live-query';

/** The library must be still for so long before its index is tended, ms. */
const STILL_FOR = 800;

/**
 * Keeps the search index tidy while the page is open: what changed is taken in bit by bit, between
 * two frames. Leaving the page in the middle loses nothing.
 * @param merges whether large segments are merged too: not in a page that may close any moment
 */
export function useIndexMaintenance(
  { db }: LibraryContext,
  { merges }: { merges: 'all' | 'small' },
): void {
  const standing = useLiveQuery(async () => searchVersion(db), [db]);
  useEffect(() => {
    if (standing === undefined) return;
    const timer = setTimeout(() => {
      import('@/lib/search/maintain/maintain-index')
        .then(({ SMALL, maintainIndexIfNeeded }) =>
          maintainIndexIfNeeded(db, merges === 'small' ? { largest: SMALL } : {}),
        )
        .catch((error: unknown) => {
          // Searches work all the same, only slower; it is tried again after the next change.
          console.warn('Papershelf could not tend its search index', error);
        });
    }, STILL_FOR);
    return () => clearTimeout(timer);
  }, [db, standing, merges]);
}
