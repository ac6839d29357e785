import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import { applyEdit, withRemoved, type EntryEdit } from '@/lib/papers/edit-entry';
import type { Entry } from '@/lib/papers/entry';
import { Failure } from '@/lib/shared/failure';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { noteForSearch } from '@/lib/search/maintain/outbox';
import type { LibraryContext } from '../context';
import { paperState, stateRows, type PaperState } from '../paper-state';
import { freeCitationKeys, newEntry } from './saved-entry';

/**
 * Makes one edit to an entry, in one transaction, and gives the entry as it then is: for a note,
 * what another tab wrote meanwhile is in it. When the entry is gone, by an Undo in another tab say,
 * the paper is saved anew with it; but not to take a tag off it.
 * @throws Failure `not-found` when the paper has no entry and cannot be, or need not be, saved
 */
export function editEntry(
  context: LibraryContext,
  paperId: PaperId,
  edit: EntryEdit,
): Promise<PaperState> {
  const change: Change = (entry, at) => applyEdit(entry, edit, at);
  if (edit.kind === 'remove-tag') return changeEntry(context, paperId, change);
  // What a note grew from went with the entry: all that the reader has before them is kept.
  const anew = edit.kind === 'note' ? { ...edit, base: '' } : edit;
  return changeEntry(context, paperId, change, (entry, at) => applyEdit(entry, anew, at));
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

/** What becomes of an entry at `at`, ms since epoch. */
type Change = (entry: Entry, at: number) => Entry;

/**
 * Changes an entry in one transaction; nothing is written when `change` gives the very same object.
 * @param changeNew what becomes of a new entry, when there is none and a page showed the paper;
 *   without it none is made
 * @throws Failure `not-found` when there is no entry, and none is made
 */
async function changeEntry(
  { db, now, announce }: LibraryContext,
  paperId: PaperId,
  change: Change,
  changeNew?: Change,
): Promise<PaperState> {
  const at = now();
  const state = await withFailures(() =>
    db.transaction('rw', db.papers, db.entries, db.dismissals, db.searchOutbox, async () => {
      const rows = await stateRows(db, paperId);
      const { paper, entry: former } = rows;
      const entry =
        former === undefined
          ? paper && changeNew?.(await firstEntry(db, paper, at), at)
          : change(former, at);
      if (entry === undefined) throw new Failure('not-found', paperId);
      if (entry !== former) {
        await (former === undefined ? db.entries.add(entry) : replaceEntry(db, entry));
        await noteForSearch(db, [paperId]);
      }
      return paperState(paperId, { ...rows, entry }, at);
    }),
  );
  announce([paperId]);
  return state;
}

async function firstEntry(db: PapershelfDatabase, paper: Paper, at: number): Promise<Entry> {
  const keyFor = await freeCitationKeys(db, [paper]);
  return newEntry(paper, keyFor(paper), at);
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
