import type { LongWork } from '../library/long-work';
import type { LibraryContext } from '../library/context';
import { weeklyRises } from '../library/weekly-rises';
import type { PaperId } from '../papers/paper-id';
import type { Query } from '../query/query';
import { searchIndex } from '../search/search';

/**
 * Every paper that a query finds, once the search index has taken in all changes: for what acts on
 * all of them, which must leave none out.
 */
export async function searchWhenIndexed(
  { db, now }: LibraryContext,
  query: Query,
  { onProgress, signal }: LongWork = {},
): Promise<readonly PaperId[]> {
  const rises = () => weeklyRises(db, now());
  const { ids, left } = await searchIndex(db, query, { rises });
  if (left === 0) return ids;
  const { tendIndex } = await import('../search/tend-index');
  await tendIndex(db, {
    onProgress: (still) => onProgress?.(Math.max(0, left - still), left),
    ...(signal && { signal }),
  });
  return (await searchIndex(db, query, { rises })).ids;
}
