import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import type { Listing } from '@/lib/papers/listing';
import type { PaperId } from '@/lib/papers/paper-id';
import type { LibraryContext } from '../context';
import { existingIds } from '../existing-ids';
import { touchVisit } from './visits';

/**
 * Keeps that the reader has seen these papers, the first time of each, and that the visit to the
 * listing goes on; in one transaction.
 * @param listingKey the listing that the reader looks at; null when it is none
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
 * Keeps that the reader says to have seen all these papers, in one transaction.
 * @returns those that were not seen before, for `unmarkSeen`
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

/** Takes that back, but for what the reader saw since. */
export async function unmarkSeen(
  { db, announce }: LibraryContext,
  ids: readonly PaperId[],
): Promise<void> {
  await withFailures(() =>
    db.transaction('rw', db.seen, async () => {
      const rows = await db.seen.bulkGet([...ids]);
      const marked = rows.flatMap((row) => (row?.marked ? [row.paperId] : []));
      await db.seen.bulkDelete(marked);
    }),
  );
  announce(ids);
}

/** Keeps that these papers were seen, as part of a transaction over what was seen. */
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
