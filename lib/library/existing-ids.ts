import type { Table } from 'dexie';
import type { PaperId } from '@/lib/papers/paper-id';

/** Ids that share this many characters (`arxiv:2611`), or a source other than arXiv, are one range. */
const SAME_MONTH = 10;

/**
 * The `ids` that have a row, by keys only. Papers share few months: ten thousand ids need few range
 * queries.
 */
export async function existingIds(
  table: Table<unknown, PaperId>,
  ids: readonly PaperId[],
): Promise<Set<PaperId>> {
  const months = new Map<string, [first: PaperId, last: PaperId]>();
  for (const id of ids.toSorted()) {
    const month = id.slice(0, id.startsWith('arxiv:') ? SAME_MONTH : id.indexOf(':'));
    months.set(month, [months.get(month)?.[0] ?? id, id]);
  }
  const found = await Promise.all(
    [...months.values()].map(([first, last]) =>
      table.where(':id').between(first, last, true, true).primaryKeys(),
    ),
  );
  const wanted = new Set(ids);
  return new Set(found.flat().filter((id) => wanted.has(id)));
}
