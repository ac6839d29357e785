import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import { removedEntries } from '@/lib/db/entry-sets';
import type { Entry } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';
import type { LibraryContext } from '../context';
import { inBatches, type ProgressOptions } from '@/lib/shared/in-batches';

/** How many papers were removed and are kept until the reader empties the trash. */
export function countTrash(db: PapershelfDatabase): Promise<number> {
  return removedEntries(db).count();
}

/** The ids of the papers in the trash, the one removed last first. */
export async function trashIds(db: PapershelfDatabase): Promise<PaperId[]> {
  return (await removedEntries(db).primaryKeys()).reverse();
}

/**
 * Deletes entries in the trash for good, those of `ids` alone; what was restored meanwhile stays.
 * What pages said of the papers stays too. In one transaction.
 * @returns the entries, which `putBackInTrash` brings back as long as somebody holds them
 */
export async function emptyTrash(
  { db, announce }: LibraryContext,
  ids: readonly PaperId[],
  work?: ProgressOptions,
): Promise<Entry[]> {
  const deleted: Entry[] = [];
  await withFailures(() =>
    db.transaction('rw', db.entries, async () =>
      inBatches(ids, work, async (batch) => {
        const rows = (await db.entries.bulkGet(batch)).filter(
          (entry): entry is Entry => entry !== undefined && entry.removedAt > 0,
        );
        await db.entries.bulkDelete(rows.map(({ paperId }) => paperId));
        deleted.push(...rows);
      }),
    ),
  );
  announce(deleted.map(({ paperId }) => paperId));
  return deleted;
}

/** Puts deleted entries back into the trash, but for papers that were saved anew since. */
export async function putBackInTrash(
  { db, announce }: LibraryContext,
  entries: readonly Entry[],
  work?: ProgressOptions,
): Promise<void> {
  const back: PaperId[] = [];
  await withFailures(() =>
    db.transaction('rw', db.entries, async () =>
      inBatches(entries, work, async (batch) => {
        const present = await db.entries.bulkGet(batch.map(({ paperId }) => paperId));
        const gone = batch.filter((_, index) => present[index] === undefined);
        await db.entries.bulkAdd(gone);
        back.push(...gone.map(({ paperId }) => paperId));
      }),
    ),
  );
  announce(back);
}
