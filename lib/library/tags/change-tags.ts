import type { PapershelfDatabase } from '@/lib/db/database';
import { edited } from '@/lib/papers/edited';
import type { Entry } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';
import { tagAncestorFinder, tagRenamer } from '@/lib/papers/tags/rename-tags';
import { hasSameTags } from '@/lib/papers/tags/tag';
import { mapEntries, type ChangedEntries } from '../entries/change-entries';
import type { LibraryContext } from '../context';
import type { ProgressOptions } from '@/lib/shared/in-batches';

/**
 * Renames tags and their descendants atomically, also on removed papers, which may return. Merges
 * tags with the same new name.
 */
export async function renameTags(
  context: LibraryContext,
  from: readonly string[],
  to: string,
  work?: ProgressOptions,
): Promise<ChangedEntries> {
  return changeTags(context, from, tagRenamer(from, to), work);
}

/** Removes tags and their descendants atomically. */
export async function deleteTags(
  context: LibraryContext,
  tags: readonly string[],
  work?: ProgressOptions,
): Promise<ChangedEntries> {
  const tagAbove = tagAncestorFinder(tags);
  const left = (all: readonly string[]): string[] =>
    all.filter((tag) => tagAbove(tag) === undefined);
  return changeTags(context, tags, left, work);
}

function changeTags(
  context: LibraryContext,
  tags: readonly string[],
  change: (tags: readonly string[]) => string[],
  work: ProgressOptions | undefined,
): Promise<ChangedEntries> {
  return mapEntries(
    context,
    () => idsTagged(context.db, tags),
    (entry, at) => withTags(entry, change(entry.tags), at),
    work,
  );
}

async function idsTagged(db: PapershelfDatabase, tags: readonly string[]): Promise<PaperId[]> {
  const tagAbove = tagAncestorFinder(tags);
  const all = await db.entries.orderBy('tags').uniqueKeys();
  const known = all.map(String).filter((tag) => tagAbove(tag) !== undefined);
  // One query per tag reads keys at once; one for several goes row by row.
  const ids = await Promise.all(
    known.map((tag) => db.entries.where('tags').equals(tag).primaryKeys()),
  );
  return [...new Set(ids.flat())];
}

function withTags(entry: Entry, tags: string[], at: number): Entry {
  return hasSameTags(tags, entry.tags) ? entry : edited(entry, { tags }, ['tags'], at);
}
