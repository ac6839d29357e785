import { Dexie } from 'dexie';
import { withCodedErrors } from '../db/coded-errors';
import type { PapershelfDatabase } from '../db/database';
import type { ExportRecord } from '../export/format';
import type { KnownPaper } from '../papers/paper';
import type { PaperId } from '../papers/paper-id';
import type { Entry } from '../papers/entry';
import { foldForSearch } from '../papers/text';

/** A paper with the reader's entry, if there is one (removed or not). */
export interface PaperRow {
  paper: KnownPaper;
  entry: Entry | undefined;
}

/** The library alone, without what was removed, oldest save first. */
function library(db: PapershelfDatabase) {
  return db.entries.where('[removedAt+savedAt]').between([0, Dexie.minKey], [0, Dexie.maxKey]);
}

/** How many papers any page ever showed, and how many are in the library. */
export async function countPapers(
  db: PapershelfDatabase,
): Promise<{ known: number; saved: number }> {
  const [known, entries, removed] = await Promise.all([
    db.papers.count(),
    // All less the few removed: counting a whole table is several times faster than an index.
    db.entries.count(),
    db.entries
      .where('[removedAt+savedAt]')
      .between([1, Dexie.minKey], [Infinity, Dexie.maxKey])
      .count(),
  ]);
  return { known, saved: entries - removed };
}

/** The ids of the library, newest save first. Only keys are read, no rows. */
export async function libraryIds(db: PapershelfDatabase): Promise<PaperId[]> {
  return (await library(db).primaryKeys()).reverse();
}

/** The newest `limit` ids of the library. */
export function newestIds(db: PapershelfDatabase, limit: number): Promise<PaperId[]> {
  return library(db).reverse().limit(limit).primaryKeys();
}

/** The rows of `ids` in that order; papers that no page ever showed are left out. */
export async function paperRows(
  db: PapershelfDatabase,
  ids: readonly PaperId[],
): Promise<PaperRow[]> {
  const [papers, entries] = await Promise.all([
    db.papers.bulkGet([...ids]),
    db.entries.bulkGet([...ids]),
  ]);
  return papers.flatMap((paper, index) =>
    paper === undefined ? [] : [{ paper, entry: entries[index] }],
  );
}

/** What is exported for `ids`, in that order: those in the library. */
export function exportRecords(
  db: PapershelfDatabase,
  ids: readonly PaperId[],
): Promise<ExportRecord[]> {
  return withCodedErrors(async () => {
    const rows = await paperRows(db, ids);
    return rows.flatMap(({ paper, entry }) => (entry?.removedAt === 0 ? [{ paper, entry }] : []));
  });
}

/** Every tag in use, in alphabetical order; those of removed entries too, which may come back. */
export async function allTags(db: PapershelfDatabase): Promise<string[]> {
  const tags = await db.entries.orderBy('tags').uniqueKeys();
  return tags.map(String).sort((a, b) => a.localeCompare(b));
}

const SEARCH_BATCH = 500;

/** How to follow a search, or leave it. */
export interface SearchOptions {
  /** Called with all that was found so far, each time a batch added to it. */
  onFound?: (ids: PaperId[]) => void;
  /** Ends the search early; what was found by then is the result. */
  signal?: AbortSignal;
}

/**
 * The ids of the library, newest save first, whose title, authors, tags or note hold every word of
 * `query`; case and accents do not matter. Read in batches, so that a long search can be left. An
 * empty query finds the whole library.
 */
export async function searchLibrary(
  db: PapershelfDatabase,
  query: string,
  { onFound, signal }: SearchOptions = {},
): Promise<PaperId[]> {
  const words = foldForSearch(query).split(/\s+/u).filter(Boolean);
  const ids = await libraryIds(db);
  if (words.length === 0) return ids;
  const found: PaperId[] = [];
  for (let start = 0; start < ids.length; start += SEARCH_BATCH) {
    const rows = await paperRows(db, ids.slice(start, start + SEARCH_BATCH));
    const hits = rows.filter((row) => holdsAll(row, words)).map(({ paper }) => paper.id);
    if (signal?.aborted) break;
    if (hits.length === 0) continue;
    found.push(...hits);
    onFound?.([...found]);
  }
  return found;
}

function holdsAll({ paper, entry }: PaperRow, words: string[]): boolean {
  const text = foldForSearch(
    [paper.title, ...(paper.authors ?? []), ...(entry?.tags ?? []), entry?.note].join('\n'),
  );
  return words.every((word) => text.includes(word));
}
