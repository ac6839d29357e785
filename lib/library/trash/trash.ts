import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import { removedEntries } from '@/lib/db/entry-sets';
import type { Entry } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';
import type { LibraryContext } from '../context';
import { withFreeKeys } from '../entries/saved-entry';
import { inBatches, type ProgressOptions } from '@/lib/shared/in-batches';

export function countTrash(db: PapershelfDatabase): Promise<number> {
  return removedEntries(db).count();
}

/** Last removed first. */
export async function trashIds(db: PapershelfDatabase): Promise<PaperId[]> {
  return (await removedEntries(db).primaryKeys()).reverse();
}

/**
 * Deletes `ids` from the trash permanently and atomically, except restored ones. The papers' facts
 * stay.
 * @returns the deleted entries, for `putBackInTrash`
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

/** Puts deleted entries back, unless the paper was saved again. */
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
        await db.entries.bulkAdd(await withFreeKeys(db, gone));
        back.push(...gone.map(({ paperId }) => paperId));
      }),
    ),
  );
  announce(back);
}
