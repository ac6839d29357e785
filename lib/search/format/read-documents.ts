import type { PapershelfDatabase } from '@/lib/db/database';
import { savedEntries } from '@/lib/db/entry-sets';
import { manyRows } from '@/lib/db/many-rows';
import { readRows, UNREADABLE } from '@/lib/db/read-rows';
import { isSaved, type Entry } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';
import { soundEntry, soundPaper } from '@/lib/papers/sound-rows';
import { searchDocument, type SearchDocument } from './document';

/** For a damaged row. */
const NOTHING = {} as Entry;

/**
 * Documents of `ids`, in order, without damaged fields; undefined unless saved. Must agree with
 * `savedEntries`, or the index would seem to lack papers.
 */
export async function readDocuments(
  db: PapershelfDatabase,
  ids: readonly PaperId[],
): Promise<(SearchDocument | undefined)[]> {
  const [papers, entries] = await Promise.all([
    manyRows(db.papers, ids, ({ id }) => id),
    manyRows(db.entries, ids, ({ paperId }) => paperId),
  ]);
  const missing = ids.filter((id) => !entries.has(id));
  const read = await readRows(db.entries, missing);
  const unreadable = new Set(missing.filter((_, index) => read[index] === UNREADABLE));
  const listed = new Set(unreadable.size > 0 ? await savedEntries(db).primaryKeys() : []);
  return ids.map((id) => {
    const paper = papers.get(id);
    const stored = entries.get(id);
    const isListed = unreadable.has(id) ? listed.has(id) : isSaved(stored) && isKey(stored.savedAt);
    if (!isListed) return undefined;
    return searchDocument(paper && soundPaper(id, paper), soundEntry(id, stored ?? NOTHING));
  });
}

/** Whether IndexedDB accepts it as a key. */
function isKey(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isNaN(value);
  return typeof value === 'string' || (value instanceof Date && !Number.isNaN(value.getTime()));
}
