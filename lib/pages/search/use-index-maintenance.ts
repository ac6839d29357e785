import { useEffect } from 'preact/hooks';
import { searchVersion } from '@/lib/search/index-version';
import { useLiveQuery } from '../library/use-live-query';
import { useLibrary } from '../page-context';

/** Quiet time before index maintenance, ms. */
const IDLE_FOR = 800;

/**
 * Maintains the index in small steps between frames; leaving midway loses nothing.
 * @param merges `small` spares large segments, for a page that may close any moment
 */
export function useIndexMaintenance({ merges }: { merges: 'all' | 'small' }): void {
  const { db } = useLibrary();
  const version = useLiveQuery(async () => searchVersion(db), [db]);
  useEffect(() => {
    if (version === undefined) return;
    const timer = setTimeout(() => {
      import('@/lib/search/maintain/maintain-index')
        .then(({ SMALL, maintainIndexIfNeeded }) =>
          maintainIndexIfNeeded(db, merges === 'small' ? { largest: SMALL } : {}),
        )
        .catch((error: unknown) => {
          // Searches only get slower; the next change retries.
          console.warn('Papershelf could not maintain its search index', error);
        });
    }, IDLE_FOR);
    return () => clearTimeout(timer);
  }, [db, version, merges]);
}
