import { withCodedErrors } from '../db/coded-errors';
import type { PapershelfDatabase } from '../db/database';
import type { Dismissal } from '../papers/attention';
import type { Listing } from '../papers/listing';
import type { Paper } from '../papers/paper';
import type { PaperId } from '../papers/paper-id';
import { seenPaper } from '../papers/seen-paper';
import { differsForSearch, noteForSearch } from '../search/outbox';
import type { LibraryContext } from './context';
import { paperState, stateRows, type PaperState } from './paper-state';
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
  return withCodedErrors(() =>
    db.transaction('rw', db.seen, db.visits, async () => {
      await addSeen(db, paperIds, at);
      if (listingKey !== null) await touchVisit(db, listingKey, at);
    }),
  );
}

/**
 * Keeps what a paper's own page said of it, and that the reader has seen it; in one transaction. Of
 * the entry nothing is written.
 */
export async function recordPaper(
  { db, now, announce }: LibraryContext,
  shown: Paper,
): Promise<PaperState> {
  const at = now();
  const { id } = shown;
  const tables = [db.papers, db.entries, db.dismissals, db.seen, db.searchOutbox];
  const { state, isFoundOtherwise } = await withCodedErrors(() =>
    db.transaction('rw', tables, async () => {
      const { paper: known, entry, dismissal } = await stateRows(db, id);
      const paper = seenPaper(known, shown, at);
      await db.papers.put(paper);
      await addSeen(db, [id], at);
      const isFoundOtherwise =
        entry !== undefined && known !== undefined && differsForSearch(known, paper);
      if (isFoundOtherwise) await noteForSearch(db, [id]);
      return { state: paperState(id, { paper, entry, dismissal }, at), isFoundOtherwise };
    }),
  );
  if (isFoundOtherwise) announce([id]);
  return state;
}

/**
 * Keeps that the reader is not interested in a paper, or takes that back, in one transaction. What
 * is dismissed already stays so since then.
 */
export async function setDismissed(
  { db, now, announce }: LibraryContext,
  paperId: PaperId,
  dismissed: boolean,
): Promise<PaperState> {
  const at = now();
  const state = await withCodedErrors(() =>
    db.transaction('rw', db.papers, db.entries, db.dismissals, async () => {
      if (dismissed) await addDismissals(db, [{ paperId, dismissedAt: at }]);
      else await db.dismissals.delete(paperId);
      return paperState(paperId, await stateRows(db, paperId), at);
    }),
  );
  announce([paperId]);
  return state;
}

/**
 * Adds dismissals, as part of a transaction over them; of a paper that is dismissed the former stands.
 * @returns those whose papers were not dismissed before
 */
export async function addDismissals(
  { dismissals }: PapershelfDatabase,
  rows: readonly Dismissal[],
): Promise<Dismissal[]> {
  const former = await dismissals.bulkGet(rows.map(({ paperId }) => paperId));
  const added = rows.filter((_, index) => former[index] === undefined);
  await dismissals.bulkPut(added);
  return added;
}

/** Deletes these dismissals, as part of a transaction over them, but for those made anew since. */
export async function deleteDismissals(
  { dismissals }: PapershelfDatabase,
  rows: readonly Dismissal[],
): Promise<void> {
  const present = await dismissals.bulkGet(rows.map(({ paperId }) => paperId));
  const standing = rows.filter(
    ({ dismissedAt }, index) => present[index]?.dismissedAt === dismissedAt,
  );
  await dismissals.bulkDelete(standing.map(({ paperId }) => paperId));
}

/**
 * Keeps that these papers were seen, as part of a transaction over what was seen.
 * @returns those that were not seen before
 */
async function addSeen(
  { seen }: PapershelfDatabase,
  ids: readonly PaperId[],
  seenAt: number,
): Promise<PaperId[]> {
  const former = await seen.bulkGet([...ids]);
  const added = ids.filter((_, index) => former[index] === undefined);
  const marked = former.flatMap((row) => (row?.marked ? [row] : []));
  await seen.bulkPut([
    ...added.map((paperId) => ({ paperId, seenAt })),
    ...marked.map((row) => ({ paperId: row.paperId, seenAt: row.seenAt })),
  ]);
  return added;
}
