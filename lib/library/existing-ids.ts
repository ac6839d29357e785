import type { Table } from 'dexie';
import type { PaperId } from '@/lib/papers/paper-id';

/** Of ids that begin with so many of the same characters (`arxiv:2611`), a range is asked for. */
const SAME_MONTH = 10;

/**
 * Those of `ids` that a table has a row of. Papers are listed in the month that their ids are of, so
 * that all of a month is asked for at once: for a thousand ids that is a few questions.
 */
export async function existingIds(
  table: Table<unknown, PaperId>,
  ids: readonly PaperId[],
): Promise<Set<PaperId>> {
  const months = new Map<string, [first: PaperId, last: PaperId]>();
  for (const id of ids.toSorted()) {
    const month = id.slice(0, SAME_MONTH);
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
