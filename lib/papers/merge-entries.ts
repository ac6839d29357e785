import { edited } from './edited';
import type { EditedField, Entry } from './entry';
import type { PaperId } from './paper-id';
import { revertEdit } from './revert-edit';
import { cleanTag, tagKey } from './tags/tag';
import { unitedNotes } from './notes/unite-notes';

/** An entry in a file; absent is unknown, never "none". */
export type ImportedEntry = Partial<Omit<Entry, 'paperId'>>;

/** Fields an import may change. */
export const MERGED_FIELDS = ['status', 'tags', 'note', 'rating', 'savedAt', 'removedAt'] as const;

/** A new entry from a file, at `now` (ms since epoch). */
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
 * Merges a file into an entry at `now` (ms since epoch); the same object if unchanged. Idempotent.
 * Unites tags and notes; takes status and rating only if never set; restores a removed entry that
 * the file has as saved.
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

/** Combines a file's two records of a paper; the first wins conflicts. */
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

/** Whether the paper is saved, not in a backup's trash. */
export function isSavedIn({ removedAt = 0 }: ImportedEntry): boolean {
  return removedAt === 0;
}

/**
 * Reverts a merge at `now` (ms since epoch), except fields edited since. The same object if nothing
 * changes.
 */
export function revertMerge(current: Entry, before: Entry, after: Entry, now: number): Entry {
  if (JSON.stringify(current) === JSON.stringify(after)) return before;
  const reverted = { ...revertEdit(current, before, after, now) };
  if (current.note === after.note) reverted.note = before.note;
  if (current.savedAt === after.savedAt) reverted.savedAt = before.savedAt;
  if (current.rating === after.rating) {
    delete reverted.rating;
    if (before.rating !== undefined) reverted.rating = before.rating;
  }
  const fields = new Set([...Object.keys(current), ...Object.keys(reverted)] as (keyof Entry)[]);
  const isChanged = [...fields].some((field) => reverted[field] !== current[field]);
  return isChanged ? { ...reverted, updatedAt: now } : current;
}

/** Appends missing tags, ignoring case; the same array if none. */
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
