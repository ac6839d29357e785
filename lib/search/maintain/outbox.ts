import type { PapershelfDatabase } from '@/lib/db/database';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';

/**
 * Queues changed papers or entries for the index. Call within their transaction (also over
 * `searchOutbox`), so that no change is lost when the worker dies.
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

/** Whether any indexed field differs. */
export function differsForSearch(former: Paper, later: Paper): boolean {
  return (
    INDEXED.some((field) => former[field] !== later[field]) ||
    former.organization?.slug !== later.organization?.slug ||
    former.organization?.name !== later.organization?.name ||
    former.authors?.join('\n') !== later.authors?.join('\n')
  );
}
