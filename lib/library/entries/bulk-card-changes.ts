import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import type { Dismissal } from '@/lib/papers/seen-and-dismissed';
import { applyEdit } from '@/lib/papers/edit-entry';
import type { Entry, Status } from '@/lib/papers/entry';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { marksOf, revertEdit, type EntryMarks } from '@/lib/papers/revert-edit';
import { mergeReading } from '@/lib/papers/merge-reading';
import { noteForSearch } from '@/lib/search/maintain/outbox';
import type { LibraryContext } from '../context';
import { addDismissals, deleteDismissals } from '../seen/dismissals';
import { readStates, type PaperState } from '../paper-state';
import { freeCitationKeys, newEntry, savedEntry } from './saved-entry';

/** Tags and statuses also save unsaved papers. */
export type BulkCardChange =
  | { kind: 'save' }
  | { kind: 'status'; status: Status }
  | { kind: 'add-tag'; tag: string }
  | { kind: 'dismiss' };

/** Input for `undoCardChange`. */
export interface BulkCardUndo {
  change: BulkCardChange;
  /** Without an earlier entry. */
  saved: PaperId[];
  changed: { before: EntryMarks; after: EntryMarks }[];
  dismissed: Dismissal[];
}

export interface BulkCardOutcome {
  states: PaperState[];
  /** Changed papers; all of them if a retry cannot know. */
  count: number;
  /** Null when nothing changed, or a retry cannot know everything. */
  undo: BulkCardUndo | null;
}

/**
 * Applies one change to a listing's papers, atomically. Idempotent. A retry with the same
 * `wantedAt` can still undo saves and dismissals, unless other entries changed too.
 * @param wantedAt time of the click, ms since epoch; identifies retries and dates the change (at
 *   most now)
 */
export async function changeCards(
  { db, now, announce }: LibraryContext,
  papers: readonly Paper[],
  change: BulkCardChange,
  wantedAt = now(),
): Promise<BulkCardOutcome> {
  const at = Math.min(wantedAt, now());
  const shown = [...new Map(papers.map((paper) => [paper.id, paper])).values()];
  const ids = shown.map(({ id }) => id);
  const outcome = await withFailures(() =>
    db.transaction('rw', changedTables(db), async () => {
      const done =
        change.kind === 'dismiss'
          ? await dismiss(db, ids, at)
          : await saveAndEdit(db, shown, change, at);
      return { states: await readStates(db, ids, at), ...done };
    }),
  );
  announce(ids);
  return outcome;
}

/**
 * Reverts a bulk change atomically, except later edits. Deletes entries that it saved (not to the
 * trash); those edited since only lose the change.
 */
export async function undoCardChange(
  { db, now, announce }: LibraryContext,
  { change, saved, changed, dismissed }: BulkCardUndo,
): Promise<PaperState[]> {
  const at = now();
  const pairs = new Map(changed.map((pair) => [pair.after.paperId, pair]));
  const entryIds = [...new Set([...saved, ...pairs.keys()])];
  const ids = [...new Set([...entryIds, ...dismissed.map(({ paperId }) => paperId)])];
  const states = await withFailures(() =>
    db.transaction('rw', changedTables(db), async () => {
      const entries = (await db.entries.bulkGet(entryIds)).filter((entry) => entry !== undefined);
      const isSavedByIt = new Set(saved);
      const isGone = (entry: Entry) => isSavedByIt.has(entry.paperId) && isUntouched(entry);
      const gone = entries.filter(isGone);
      const reverted = entries.flatMap((entry) => {
        if (isGone(entry)) return [];
        const { before, after } = pairs.get(entry.paperId) ?? pairOfSaved(entry, change);
        const former = revertEdit(entry, before, after, at);
        return former === entry ? [] : [former];
      });
      await db.entries.bulkDelete(gone.map(({ paperId }) => paperId));
      await db.entries.bulkPut(reverted);
      await deleteDismissals(db, dismissed);
      await noteForSearch(
        db,
        [...gone, ...reverted].map(({ paperId }) => paperId),
      );
      return readStates(db, ids, at);
    }),
  );
  announce(ids);
  return states;
}

/** An entry before and after the change that saved it. */
function pairOfSaved({ paperId, citationKey, savedAt }: Entry, change: BulkCardChange) {
  const before = newEntry({ id: paperId, title: '' }, citationKey, savedAt);
  return { before, after: changedEntry(before, change, savedAt) };
}

function changedEntry(entry: Entry, change: BulkCardChange, at: number): Entry {
  return change.kind === 'save' || change.kind === 'dismiss' ? entry : applyEdit(entry, change, at);
}

function changedTables({ papers, entries, dismissals, searchOutbox }: PapershelfDatabase) {
  return [papers, entries, dismissals, searchOutbox];
}

type Done = Pick<BulkCardOutcome, 'count' | 'undo'>;

function doneOf(undo: BulkCardUndo): Done {
  const count = undo.saved.length + undo.changed.length + undo.dismissed.length;
  return { count, undo: count > 0 ? undo : null };
}

async function dismiss(
  db: PapershelfDatabase,
  ids: readonly PaperId[],
  dismissedAt: number,
): Promise<Done> {
  await addDismissals(
    db,
    ids.map((paperId) => ({ paperId, dismissedAt })),
  );
  const dismissals = await db.dismissals.bulkGet([...ids]);
  const dismissed = dismissals.flatMap((dismissal) =>
    dismissal?.dismissedAt === dismissedAt ? [dismissal] : [],
  );
  return doneOf({ change: { kind: 'dismiss' }, saved: [], changed: [], dismissed });
}

async function saveAndEdit(
  db: PapershelfDatabase,
  shown: readonly Paper[],
  change: Exclude<BulkCardChange, { kind: 'dismiss' }>,
  at: number,
): Promise<Done> {
  const ids = shown.map(({ id }) => id);
  const [known, former] = await Promise.all([db.papers.bulkGet(ids), db.entries.bulkGet(ids)]);
  const papers = shown.map((paper, index) => mergeReading(known[index], paper, at, at));
  const keyFor = await freeCitationKeys(
    db,
    papers.filter((_, index) => former[index] === undefined),
  );
  const pairs = papers.map((paper, index) => {
    const before = former[index];
    const saved = savedEntry(before, paper, keyFor, at);
    return { before, after: changedEntry(saved, change, at) };
  });
  const written = pairs.filter(({ before, after }) => before !== after);
  const wasDone = pairs.some(
    ({ before, after }) => before === after && isEditedAt(after, at) && !isSavedAt(after, at),
  );
  await Promise.all([
    db.papers.bulkPut(papers),
    db.entries.bulkPut(written.map(({ after }) => after)),
    noteForSearch(db, ids),
  ]);
  if (wasDone) return { count: ids.length, undo: null };
  return doneOf({
    change,
    saved: pairs
      .filter(
        ({ before, after }) => before === undefined || (before === after && isSavedAt(after, at)),
      )
      .map(({ after }) => after.paperId),
    changed: written.flatMap(({ before, after }) =>
      before === undefined ? [] : [{ before: marksOf(before), after: marksOf(after) }],
    ),
    dismissed: [],
  });
}

/** Whether the change at `at` (ms since epoch) saved the entry, unedited since. */
function isSavedAt(entry: Entry, at: number): boolean {
  return entry.savedAt === at && isUntouched(entry);
}

function isEditedAt({ editedAt, updatedAt }: Entry, at: number): boolean {
  return updatedAt === at || Object.values(editedAt).includes(at);
}

/**
 * Whether the entry is in the library, unedited since its first save. A re-saved one has a new
 * `savedAt`, but also an edit of `removedAt`.
 */
function isUntouched({ savedAt, updatedAt, removedAt, note, rating, editedAt }: Entry): boolean {
  const wasRemoved = editedAt.removedAt !== undefined;
  const isEditedSince = Object.values(editedAt).some((at) => at !== savedAt);
  const isBare = note === '' && rating === undefined;
  return updatedAt === savedAt && removedAt === 0 && isBare && !wasRemoved && !isEditedSince;
}
