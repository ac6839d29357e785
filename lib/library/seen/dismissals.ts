import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import type { Dismissal } from '@/lib/papers/seen-and-dismissed';
import type { PaperId } from '@/lib/papers/paper-id';
import type { LibraryContext } from '../context';
import { paperState, stateRows, type PaperState } from '../paper-state';

/** Dismisses a paper or reverts that, atomically. Existing dismissals keep their date. */
export async function setDismissed(
  { db, now, announce }: LibraryContext,
  paperId: PaperId,
  dismissed: boolean,
): Promise<PaperState> {
  const at = now();
  const state = await withFailures(() =>
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
 * Adds dismissals, within a transaction over them; existing ones keep their date.
 * @returns the new ones
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

/** Deletes dismissals not made again, within a transaction over them. */
export async function deleteDismissals(
  { dismissals }: PapershelfDatabase,
  rows: readonly Dismissal[],
): Promise<void> {
  const present = await dismissals.bulkGet(rows.map(({ paperId }) => paperId));
  const unchanged = rows.filter(
    ({ dismissedAt }, index) => present[index]?.dismissedAt === dismissedAt,
  );
  await dismissals.bulkDelete(unchanged.map(({ paperId }) => paperId));
}
