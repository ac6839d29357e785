import { withCodedErrors } from '../db/coded-errors';
import type { PapershelfDatabase } from '../db/database';
import { applyEdit, withRemoved, type EntryEdit } from '../papers/edit-entry';
import type { Entry } from '../papers/entry';
import { Failure } from '../papers/failure';
import type { PaperId } from '../papers/paper-id';
import { noteForSearch } from '../search/outbox';
import type { LibraryContext } from './context';
import { paperState, stateRows, type PaperState } from './paper-state';

/**
 * Makes one edit to an entry, in one transaction, and gives the entry as it then is: for a note,
 * what another tab wrote meanwhile is in it.
 * @throws Failure `not-found` when the paper was never saved
 */
export function editEntry(
  context: LibraryContext,
  paperId: PaperId,
  edit: EntryEdit,
): Promise<PaperState> {
  return changeEntry(context, paperId, (entry, at) => applyEdit(entry, edit, at));
}

/**
 * Takes an entry out of the library; everything in it is kept for `restoreEntry`.
 * @throws Failure `not-found` when the paper was never saved
 */
export function removeEntry(context: LibraryContext, paperId: PaperId): Promise<PaperState> {
  return changeEntry(context, paperId, (entry, at) => withRemoved(entry, true, at));
}

/**
 * Puts a removed entry back as it was.
 * @throws Failure `not-found` when the paper was never saved
 */
export function restoreEntry(context: LibraryContext, paperId: PaperId): Promise<PaperState> {
  return changeEntry(context, paperId, (entry, at) => withRemoved(entry, false, at));
}

/**
 * Changes an entry in one transaction; nothing is written when `change` gives the very same object.
 * @param change what becomes of it at `at`, ms since epoch
 * @throws Failure `not-found` when the paper was never saved
 */
export async function changeEntry(
  { db, now, announce }: LibraryContext,
  paperId: PaperId,
  change: (entry: Entry, at: number) => Entry,
): Promise<PaperState> {
  const at = now();
  const state = await withCodedErrors(() =>
    db.transaction('rw', db.papers, db.entries, db.dismissals, db.searchOutbox, async () => {
      const rows = await stateRows(db, paperId);
      const former = rows.entry;
      if (former === undefined) throw new Failure('not-found', paperId);
      const entry = change(former, at);
      if (entry !== former) {
        await replaceEntry(db, entry);
        await noteForSearch(db, [paperId]);
      }
      return paperState(paperId, { ...rows, entry }, at);
    }),
  );
  announce([paperId]);
  return state;
}

/** Not `put`: for Dexie that changes every index, and each list that is open would be read anew. */
async function replaceEntry(db: PapershelfDatabase, entry: Entry): Promise<void> {
  await db.entries
    .where('paperId')
    .equals(entry.paperId)
    .modify((_, row) => {
      row.value = entry;
    });
}
