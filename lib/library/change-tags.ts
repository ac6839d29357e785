import { withCodedErrors } from '../db/coded-errors';
import type { PapershelfDatabase } from '../db/database';
import type { Entry } from '../papers/entry';
import type { PaperId } from '../papers/paper-id';
import { isTagOrBelow, withoutTagTree, withRenamedTag } from '../papers/tag';
import { mapEntries, type ChangedEntries, type LongWork } from './change-entries';
import type { LibraryContext } from './context';

/**
 * Renames a tag, and with it those below it, on every paper (removed ones too, which may come
 * back). Where the new name is in use the two become one. In one transaction.
 */
export async function renameTag(
  context: LibraryContext,
  from: string,
  to: string,
  work?: LongWork,
): Promise<ChangedEntries> {
  return changeTags(context, from, (tags) => withRenamedTag(tags, from, to), work);
}

/** Takes a tag, and those below it, off every paper. In one transaction. */
export async function deleteTag(
  context: LibraryContext,
  tag: string,
  work?: LongWork,
): Promise<ChangedEntries> {
  return changeTags(context, tag, (tags) => withoutTagTree(tags, tag), work);
}

async function changeTags(
  context: LibraryContext,
  tag: string,
  change: (tags: readonly string[]) => string[],
  work: LongWork | undefined,
): Promise<ChangedEntries> {
  const ids = await withCodedErrors(() => idsTagged(context.db, tag));
  return mapEntries(context, ids, (entry, at) => withTags(entry, change(entry.tags), at), work);
}

/** The papers with this tag or one below it, removed ones too. */
async function idsTagged({ entries }: PapershelfDatabase, tag: string): Promise<PaperId[]> {
  // The index compares as it was typed, so that other tags of the same beginning come along.
  const ids = await entries.where('tags').startsWithIgnoreCase(tag).distinct().primaryKeys();
  const found: PaperId[] = [];
  for (let start = 0; start < ids.length; start += 500) {
    const batch = await entries.bulkGet(ids.slice(start, start + 500));
    for (const entry of batch) {
      if (entry?.tags.some((each) => isTagOrBelow(each, tag))) found.push(entry.paperId);
    }
  }
  return found;
}

function withTags(entry: Entry, tags: string[], at: number): Entry {
  if (tags.join('\n') === entry.tags.join('\n')) return entry;
  return { ...entry, tags, updatedAt: at, editedAt: { ...entry.editedAt, tags: at } };
}
