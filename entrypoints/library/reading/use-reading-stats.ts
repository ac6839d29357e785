import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocalDay } from '@/components/hooks/use-local-day';
import { useLiveQuery } from '@/lib/pages/library/use-live-query';
import { useLibrary } from '@/lib/pages/page-context';
import type { ReadingStats } from '@/lib/library/reading/reading-counts';
import { readingStats } from '@/lib/library/reading/reading-stats';

/** Debounce before a recount, ms. */
const SETTLES_WITHIN = 1000;

/** Library statistics; during the first count the counted share, 0 to 1. */
export interface CountedLibrary {
  stats: ReadingStats | undefined;
  share: number;
}

/** Counts the library, again after changes in any tab and on a new day; aborts on unmount. */
export function useReadingStats(): CountedLibrary {
  const library = useLibrary();
  const { db } = library;
  const day = useLocalDay(library.now);
  const [counted, setCounted] = useState<CountedLibrary>({ stats: undefined, share: 0 });
  const [error, setError] = useState<{ reason: unknown }>();
  const hasBegun = useRef(false);
  const changedAt = useLiveQuery(
    async () => (await db.entries.orderBy('updatedAt').last())?.updatedAt ?? null,
    [db],
  );
  useEffect(() => {
    if (changedAt === undefined) return;
    const left = new AbortController();
    const { signal } = left;
    const onProgress = (share: number): void => {
      if (signal.aborted) return;
      setCounted((former) => (former.stats === undefined ? { stats: undefined, share } : former));
    };
    const count = async (): Promise<void> => {
      try {
        const stats = await readingStats(db, library.now(), { onProgress, signal });
        if (!signal.aborted) setCounted({ stats, share: 1 });
      } catch (reason) {
        if (!signal.aborted) setError({ reason });
      }
    };
    const timer = setTimeout(count, hasBegun.current ? SETTLES_WITHIN : 0);
    hasBegun.current = true;
    return () => {
      clearTimeout(timer);
      left.abort();
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the statistics end today
  }, [library, db, day, changedAt]);
  // For the page's error boundary.
  if (error !== undefined) throw error.reason;
  return counted;
}
