import type { PapershelfDatabase } from '@/lib/db/database';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';

/**
 * Notes that papers or their entries changed, for the search index to take in. Called within the
 * transaction that changes them, which `searchOutbox` must be in the scope of: so the index can
 * never miss a change, whenever the worker dies.
 */
export async function noteForSearch(
  { searchOutbox }: PapershelfDatabase,
  ids: readonly PaperId[],
): Promise<void> {
  const [only] = ids;
  if (only !== undefined && ids.length === 1) await searchOutbox.add({ paperId: only });
  else if (ids.length > 0) await searchOutbox.bulkAdd(ids.map((paperId) => ({ paperId })));
}

const INDEXED = ['title', 'abstract', 'publishedOn', 'upvotes', 'githubRepo'] as const;

/** Whether two readings of a paper differ in what the index holds of it. */
export function differsForSearch(former: Paper, later: Paper): boolean {
  return (
    INDEXED.some((field) => former[field] !== later[field]) ||
    former.organization?.slug !== later.organization?.slug ||
    former.organization?.name !== later.organization?.name ||
    former.authors?.join('\n') !== later.authors?.join('\n')
  );
}
