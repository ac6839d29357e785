import { edited } from './edited';
import type { EditedField, Entry } from './entry';
import { hasSameTags, withTag } from './tags/tag';

/** The part of an entry that a change touches which can be taken back, and when it was edited. */
export type EntryMarks = Pick<
  Entry,
  'paperId' | 'status' | 'tags' | 'savedAt' | 'updatedAt' | 'removedAt'
>;

/** That part alone. */
export function marksOf(entry: Entry): EntryMarks {
  const { paperId, status, tags, savedAt, updatedAt, removedAt } = entry;
  return { paperId, status, tags, savedAt, updatedAt, removedAt };
}

/**
 * Takes back, at `now` (ms since epoch), what changed an entry from `before` to `after`, as far as
 * it still stands: a field that was edited again since is left as it is, and of the tags only those
 * are touched that the change added or took away. Nothing goes back into the trash that was edited
 * since in whatever way. The very same object when nothing is to be done.
 */
export function revertEdit(
  current: Entry,
  before: EntryMarks,
  after: EntryMarks,
  now: number,
): Entry {
  const reverted: Partial<Entry> = {};
  const fields: EditedField[] = [];
  if (before.status !== after.status && current.status === after.status) {
    reverted.status = before.status;
    fields.push('status');
  }
  const wasRestored = before.removedAt > 0 && after.removedAt === 0;
  const staysRestored = wasRestored && current.updatedAt !== after.updatedAt;
  if (
    before.removedAt !== after.removedAt &&
    current.removedAt === after.removedAt &&
    !staysRestored
  ) {
    reverted.removedAt = before.removedAt;
    // Coming back counts as saved anew.
    if (current.savedAt === after.savedAt) reverted.savedAt = before.savedAt;
    fields.push('removedAt');
  }
  const tags = revertedTags(current.tags, before.tags, after.tags);
  if (!hasSameTags(tags, current.tags)) {
    reverted.tags = tags;
    fields.push('tags');
  }
  return fields.length === 0 ? current : edited(current, reverted, fields, now);
}

function revertedTags(
  current: readonly string[],
  before: readonly string[],
  after: readonly string[],
): string[] {
  // Not touched since: as it was, in its order.
  if (hasSameTags(current, after)) return [...before];
  const added = new Set(after.filter((tag) => !before.includes(tag)));
  const taken = before.filter((tag) => !after.includes(tag));
  // Letter by letter: a tag written in another case since is another's word.
  const without = current.filter((tag) => !added.has(tag));
  return taken.reduce<string[]>((tags, tag) => withTag(tags, tag), without);
}
