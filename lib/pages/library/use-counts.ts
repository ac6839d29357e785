import { useEffect, useState } from 'preact/hooks';
import { asFailure } from '@/lib/shared/failure';
import type { LibraryContext } from '@/lib/library/context';
import { countPapers } from '@/lib/library/queries';
import { searchVersion } from '@/lib/search/index-version';
import { useLiveQuery } from './use-live-query';

/** The library must be still for so long before it is counted again, ms. */
const STILL_FOR = 1000;

/** How many papers there are. */
export interface LibraryCounts {
  known: number;
  saved: number;
}

/**
 * How many papers are known and saved; undefined until they are counted. Counting looks at every key,
 * which edits would have to wait for: so it is done once when `ready`, and again when changes rest.
 */
export function useCounts({ db }: LibraryContext, ready: boolean): LibraryCounts | undefined {
  const [counts, setCounts] = useState<LibraryCounts>();
  const change = useLiveQuery(
    async () => (ready ? `${await searchVersion(db)} ${await db.visits.count()}` : undefined),
    [db, ready],
  );
  useEffect(() => {
    if (change === undefined) return;
    let left = false;
    const timer = setTimeout(
      () => {
        countPapers(db).then(
          (found) => left || setCounts(found),
          (error: unknown) =>
            console.warn('Papershelf could not count its papers', asFailure(error)),
        );
      },
      counts === undefined ? 0 : STILL_FOR,
    );
    return () => {
      left = true;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- counted again after a change, not after a count
  }, [db, change]);
  return counts;
}
