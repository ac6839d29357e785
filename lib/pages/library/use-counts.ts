import { useEffect, useState } from 'preact/hooks';
import { asFailure } from '@/lib/shared/failure';
import { countPapers } from '@/lib/library/queries';
import { searchVersion } from '@/lib/search/index-version';
import { useLibrary } from '../page-context';
import { useLiveQuery } from './use-live-query';

/** Quiet time before counting again, ms. */
const IDLE_FOR = 1000;

/** Numbers of papers. */
export interface LibraryCounts {
  known: number;
  saved: number;
}

/**
 * The counts; undefined at first. Counting reads every key and blocks edits: only when `ready`,
 * then after changes settle.
 */
export function useCounts(ready: boolean): LibraryCounts | undefined {
  const { db } = useLibrary();
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
      counts === undefined ? 0 : IDLE_FOR,
    );
    return () => {
      left = true;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- counted again after a change, not after a count
  }, [db, change]);
  return counts;
}
