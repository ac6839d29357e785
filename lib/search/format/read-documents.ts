import type { PapershelfDatabase } from '@/lib/db/database';
import { savedEntries } from '@/lib/db/entry-sets';
import { readableRows, readRows, UNREADABLE } from '@/lib/db/read-rows';
import { isSaved, type Entry } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';
import { soundEntry, soundPaper } from '@/lib/papers/sound-rows';
import { searchDocument, type SearchDocument } from './document';

/** A row that is damaged as a whole. */
const NOTHING = {} as Entry;

/**
 * The documents of `ids`, in that order, without what is damaged in their rows; undefined unless
 * saved. The same papers as `savedEntries` lists, or the index would seem to lack papers.
 */
export async function readDocuments(
  db: PapershelfDatabase,
  ids: readonly PaperId[],
): Promise<(SearchDocument | undefined)[]> {
  const [papers, entries] = await Promise.all([
    readableRows(db.papers, ids),
    readRows(db.entries, ids),
  ]);
  const isLost = entries.includes(UNREADABLE);
  const listed = new Set(isLost ? await savedEntries(db).primaryKeys() : []);
  return ids.map((id, index) => {
    const paper = papers[index];
    const stored = entries[index];
    const isListed =
      stored === UNREADABLE ? listed.has(id) : isSaved(stored) && isKey(stored.savedAt);
    if (stored === undefined || !isListed) return undefined;
    const entry = soundEntry(id, stored === UNREADABLE ? NOTHING : stored);
    return searchDocument(paper && soundPaper(id, paper), entry);
  });
}

/** Whether IndexedDB puts it among the keys of `savedEntries`. */
function isKey(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isNaN(value);
  return typeof value === 'string' || (value instanceof Date && !Number.isNaN(value.getTime()));
}
