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
 * Applies one edit atomically; merges notes with other tabs' text. If the entry is gone (undone in
 * another tab), saves the paper again, except for `remove-tag`.
 * @throws Failure `not-found` when there is no entry and none is created
 */
export function editEntry(
  context: LibraryContext,
  paperId: PaperId,
  edit: EntryEdit,
): Promise<PaperState> {
  const change: Change = (entry, at) => applyEdit(entry, edit, at);
  if (edit.kind === 'remove-tag') return changeEntry(context, paperId, change);
  // The base is gone with the entry: keep all the text.
  const created = edit.kind === 'note' ? { ...edit, base: '' } : edit;
  return changeEntry(context, paperId, change, (entry, at) => applyEdit(entry, created, at));
}

/**
 * Moves an entry, unchanged, to the trash.
 * @throws Failure `not-found` when the paper was never saved
 */
export function removeEntry(context: LibraryContext, paperId: PaperId): Promise<PaperState> {
  return changeEntry(context, paperId, (entry, at) => withRemoved(entry, true, at));
}

/**
 * Restores a removed entry.
 * @throws Failure `not-found` when the paper was never saved
 */
export function restoreEntry(context: LibraryContext, paperId: PaperId): Promise<PaperState> {
  return changeEntry(context, paperId, (entry, at) => withRemoved(entry, false, at));
}

/** `at` in ms since epoch. */
type Change = (entry: Entry, at: number) => Entry;

/**
 * Changes an entry atomically; writes nothing when `change` returns the same object.
 * @param changeNew changes a new entry of a known paper; if absent, none is created
 * @throws Failure `not-found` without an entry
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

/** Dexie's `put` would mark every index as changed and rerun all open queries. */
async function replaceEntry(db: PapershelfDatabase, entry: Entry): Promise<void> {
  await db.entries
    .where('paperId')
    .equals(entry.paperId)
    .modify((_, row) => {
      row.value = entry;
    });
}
