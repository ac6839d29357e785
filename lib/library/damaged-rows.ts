import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import type { Entry } from '@/lib/papers/entry';
import type { KnownPaper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { noteForSearch } from '@/lib/search/maintain/outbox';
import { inBatches, type ProgressOptions } from '@/lib/shared/in-batches';
import type { LibraryContext } from './context';
import { withFreeKeys } from './entries/saved-entry';
import { paperRows } from './queries';

/** Removed rows as stored; absent if none was readable. */
export interface RemovedRows {
  paperId: PaperId;
  paper?: KnownPaper;
  entry?: Entry;
}

/** Papers with damaged rows, in the library or the trash. */
export function damagedPapers(
  db: PapershelfDatabase,
  work: ProgressOptions = {},
): Promise<PaperId[]> {
  return withFailures(async () => {
    const found: PaperId[] = [];
    await inBatches(await db.entries.toCollection().primaryKeys(), work, async (batch) => {
      const rows = await paperRows(db, batch);
      found.push(...rows.flatMap(({ paper, damaged }) => (damaged ? [paper.id] : [])));
    });
    return found;
  });
}

/**
 * Removes a paper's damaged rows, atomically.
 * @returns what they held, for `putBackDamaged`
 */
export async function removeDamaged(
  { db, announce }: LibraryContext,
  paperId: PaperId,
): Promise<RemovedRows> {
  const removed: RemovedRows = { paperId };
  await withFailures(() =>
    db.transaction('rw', db.papers, db.entries, db.searchOutbox, async () => {
      const [row] = await paperRows(db, [paperId]);
      const { paper, entry } = row?.damaged ?? {};
      if (paper !== undefined) {
        await db.papers.delete(paperId);
        if (paper instanceof Object) removed.paper = paper as KnownPaper;
      }
      if (entry !== undefined) {
        await db.entries.delete(paperId);
        if (entry instanceof Object) removed.entry = entry as Entry;
      }
      await noteForSearch(db, [paperId]);
    }),
  );
  announce([paperId]);
  return removed;
}

/** Reverts `removeDamaged`, unless new rows are there. */
export async function putBackDamaged(
  { db, announce }: LibraryContext,
  { paperId, paper, entry }: RemovedRows,
): Promise<void> {
  await withFailures(() =>
    db.transaction('rw', db.papers, db.entries, db.searchOutbox, async () => {
      if (paper && (await db.papers.get(paperId)) === undefined) await db.papers.put(paper);
      if (entry && (await db.entries.get(paperId)) === undefined) {
        await db.entries.bulkPut(await withFreeKeys(db, [entry]));
      }
      await noteForSearch(db, [paperId]);
    }),
  );
  announce([paperId]);
}
