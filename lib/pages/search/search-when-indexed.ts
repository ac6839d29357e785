import type { ProgressOptions } from '@/lib/shared/in-batches';
import type { LibraryContext } from '@/lib/library/context';
import { weeklyRises } from '@/lib/library/history/weekly-rises';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Query } from '@/lib/query/query';
import { loadSearch } from './load-search';

/** The papers found, once the index is current: bulk actions must miss none. */
export async function searchWhenIndexed(
  { db, now }: LibraryContext,
  query: Query,
  { onProgress, signal }: ProgressOptions = {},
): Promise<readonly PaperId[]> {
  const { searchIndex } = await loadSearch();
  const rises = () => weeklyRises(db, now());
  const { ids, left } = await searchIndex(db, query, { rises });
  if (left === 0) return ids;
  const { maintainIndex } = await import('@/lib/search/maintain/maintain-index');
  await maintainIndex(db, {
    onProgress: (still) => onProgress?.(Math.max(0, left - still), left),
    ...(signal && { signal }),
  });
  return (await searchIndex(db, query, { rises })).ids;
}
