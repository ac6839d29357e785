import { edited } from './edited';
import type { EditedField, Entry } from './entry';
import type { PaperId } from './paper-id';
import { revertEdit } from './revert-edit';
import { cleanTag, tagKey } from './tags/tag';
import { unitedNotes } from './notes/unite-notes';

/** What a file has of an entry; absent is unknown, never "none". */
export type ImportedEntry = Partial<Omit<Entry, 'paperId'>>;

/** The fields that an import may change in an entry that is there already. */
export const MERGED_FIELDS = ['status', 'tags', 'note', 'rating', 'savedAt', 'removedAt'] as const;

/** The entry that a file makes of a paper without one, at `now` (ms since epoch). */
export function importedEntry(
  paperId: PaperId,
  file: ImportedEntry,
  citationKey: string,
  now: number,
): Entry {
  return {
    paperId,
    status: file.status ?? 'to-read',
    tags: unitedTags([], file.tags),
    note: file.note ?? '',
    ...(file.rating !== undefined && { rating: file.rating }),
    citationKey,
    savedAt: file.savedAt ?? now,
    updatedAt: file.updatedAt ?? now,
    removedAt: file.removedAt ?? 0,
    editedAt: file.editedAt ?? {},
  };
}

/**
 * The entry after a file was merged into it at `now` (ms since epoch); the very same object when
 * that changes nothing, as when it is merged again. The reader's own words stand: tags and notes of
 * both sides are kept; status and rating are the file's only where the reader never set one. A
 * removed entry comes back when the file has it as saved.
 */
export function mergeEntry(known: Entry, file: ImportedEntry, now: number): Entry {
  const changes: Partial<Entry> = {};
  const neverSet = known.status === 'to-read' && known.editedAt.status === undefined;
  if (neverSet && file.status !== undefined && file.status !== known.status) {
    changes.status = file.status;
  }
  if (known.rating === undefined && known.editedAt.rating === undefined && file.rating) {
    changes.rating = file.rating;
  }
  const tags = unitedTags(known.tags, file.tags);
  if (tags.length > known.tags.length) changes.tags = tags;
  const note = unitedNotes(known.note, file.note ?? '');
  if (note !== known.note) changes.note = note;
  if (known.removedAt > 0 && isSavedIn(file)) changes.removedAt = 0;
  const fields = Object.keys(changes) as EditedField[];
  const { savedAt = known.savedAt } = file;
  if (savedAt < known.savedAt) changes.savedAt = savedAt;
  return Object.keys(changes).length === 0 ? known : edited(known, changes, fields, now);
}

/** What two records of one paper in one file have together; where only one can be, the first's. */
export function foldEntries(first: ImportedEntry, second: ImportedEntry): ImportedEntry {
  const folded: ImportedEntry = { ...second, ...first };
  if (first.tags && second.tags) folded.tags = unitedTags(first.tags, second.tags);
  if (first.note && second.note) folded.note = unitedNotes(first.note, second.note);
  else if (second.note) folded.note = second.note;
  if (first.savedAt !== undefined && second.savedAt !== undefined) {
    folded.savedAt = Math.min(first.savedAt, second.savedAt);
  }
  if (isSavedIn(first) || isSavedIn(second)) delete folded.removedAt;
  return folded;
}

/** Whether the file has the paper as saved: all but a backup's trash. */
export function isSavedIn({ removedAt = 0 }: ImportedEntry): boolean {
  return removedAt === 0;
}

/**
 * Takes back, at `now` (ms since epoch), what a merge made of `before`, where the reader did not go
 * on from it: a field that was edited since stays as it is.
 */
export function revertMerge(current: Entry, before: Entry, after: Entry, now: number): Entry {
  if (JSON.stringify(current) === JSON.stringify(after)) return before;
  const reverted = { ...revertEdit(current, before, after, now), updatedAt: now };
  if (current.note === after.note) reverted.note = before.note;
  if (current.savedAt === after.savedAt) reverted.savedAt = before.savedAt;
  if (current.rating === after.rating) {
    delete reverted.rating;
    if (before.rating !== undefined) reverted.rating = before.rating;
  }
  return reverted;
}

/** `known`, then those of `added` that it lacks, case aside; the very same array when it has all. */
function unitedTags(known: string[], added: readonly string[] = []): string[] {
  const present = new Set(known.map(tagKey));
  const missing = added.map(cleanTag).filter((tag) => {
    const key = tagKey(tag);
    if (tag === '' || present.has(key)) return false;
    present.add(key);
    return true;
  });
  return missing.length === 0 ? known : [...known, ...missing];
}
