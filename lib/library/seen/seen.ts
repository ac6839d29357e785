import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import type { Listing } from '@/lib/papers/listing';
import type { PaperId } from '@/lib/papers/paper-id';
import type { LibraryContext } from '../context';
import { existingIds } from '../existing-ids';
import { touchVisit } from './visits';

/**
 * Marks papers as seen (the first time counts) and extends the listing's visit, atomically.
 * @param listingKey null for no listing
 */
export function markSeen(
  { db, now }: LibraryContext,
  paperIds: readonly PaperId[],
  listingKey: Listing['key'] | null,
): Promise<void> {
  const at = now();
  return withFailures(() =>
    db.transaction('rw', db.seen, db.visits, async () => {
      await addSeen(db, paperIds, at);
      if (listingKey !== null) await touchVisit(db, listingKey, at);
    }),
  );
}

/**
 * Marks papers as seen at the reader's request, atomically.
 * @returns those unseen before, for `unmarkSeen`
 */
export async function markAllSeen(
  { db, now, announce }: LibraryContext,
  ids: readonly PaperId[],
): Promise<PaperId[]> {
  const marked = await withFailures(() =>
    db.transaction('rw', db.seen, async () => {
      const known = await existingIds(db.seen, ids);
      const unseen = ids.filter((id) => !known.has(id));
      const seenAt = now();
      await db.seen.bulkPut(unseen.map((paperId) => ({ paperId, seenAt, marked: true })));
      return unseen;
    }),
  );
  announce(marked);
  return marked;
}

/**
 * Reverts `markAllSeen`, except papers seen since.
 * @returns those not seen now
 */
export async function unmarkSeen(
  { db, announce }: LibraryContext,
  ids: readonly PaperId[],
): Promise<PaperId[]> {
  const unmarked = await withFailures(() =>
    db.transaction('rw', db.seen, async () => {
      const rows = await db.seen.bulkGet([...ids]);
      const marked = rows.flatMap((row) => (row?.marked ? [row.paperId] : []));
      await db.seen.bulkDelete(marked);
      return marked;
    }),
  );
  announce(ids);
  return unmarked;
}

/** Marks papers as seen at `seenAt` (ms since epoch), within a transaction over `seen`. */
export async function addSeen(
  { seen }: PapershelfDatabase,
  ids: readonly PaperId[],
  seenAt: number,
): Promise<void> {
  const former = await seen.bulkGet([...ids]);
  const added = ids.filter((_, index) => former[index] === undefined);
  const marked = former.flatMap((row) => (row?.marked ? [row] : []));
  await seen.bulkPut([
    ...added.map((paperId) => ({ paperId, seenAt })),
    ...marked.map((row) => ({ paperId: row.paperId, seenAt: row.seenAt })),
  ]);
}
