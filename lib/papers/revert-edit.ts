import { edited } from './edited';
import type { EditedField, Entry } from './entry';
import { hasSameTags, withTag } from './tags/tag';

/** The fields that `revertEdit` needs. */
export type EntryMarks = Pick<
  Entry,
  'paperId' | 'status' | 'tags' | 'savedAt' | 'updatedAt' | 'removedAt'
>;

export function marksOf(entry: Entry): EntryMarks {
  const { paperId, status, tags, savedAt, updatedAt, removedAt } = entry;
  return { paperId, status, tags, savedAt, updatedAt, removedAt };
}

/**
 * Reverts a change from `before` to `after` at `now` (ms since epoch). Fields edited since stay, as
 * do tags that the change did not touch; a restored entry edited since is not trashed again. The
 * same object if unchanged.
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
    // Restoring set a new `savedAt`.
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
  // Not edited since: restore the order too.
  if (hasSameTags(current, after)) return [...before];
  const added = new Set(after.filter((tag) => !before.includes(tag)));
  const taken = before.filter((tag) => !after.includes(tag));
  // Case-sensitive: a tag in another case is a later edit.
  const without = current.filter((tag) => !added.has(tag));
  return taken.reduce<string[]>((tags, tag) => withTag(tags, tag), without);
}
