import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import { removedEntries, savedEntries } from '@/lib/db/entry-sets';
import { manyRows } from '@/lib/db/many-rows';
import { readableRows, readRows, UNREADABLE } from '@/lib/db/read-rows';
import type { ExportRecord } from '@/lib/export/format';
import type { KnownPaper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { isSaved, type Entry } from '@/lib/papers/entry';
import { soundEntry, soundPaper } from '@/lib/papers/sound-rows';
import { existingIds } from './existing-ids';
import { inBatches } from '@/lib/shared/in-batches';

/** The entry may be removed. */
export interface PaperRow {
  paper: KnownPaper;
  entry: Entry | undefined;
  /** Stored data, if damaged; omitted from `paper` and `entry`. */
  damaged?: DamagedRows;
}

/** Rows as stored; absent where sound. */
export interface DamagedRows {
  paper?: unknown;
  entry?: unknown;
}

/** `saved` excludes the trash. */
export async function countPapers(
  db: PapershelfDatabase,
): Promise<{ known: number; saved: number }> {
  const [known, saved] = await Promise.all([db.papers.count(), countSaved(db)]);
  return { known, saved };
}

/** Without the trash. */
export async function countSaved(db: PapershelfDatabase): Promise<number> {
  const [entries, removed] = await Promise.all([
    // Counting a table is several times faster than counting an index.
    db.entries.count(),
    removedEntries(db).count(),
  ]);
  return entries - removed;
}

/** The library's ids, newest save first, reading keys only. */
export async function libraryIds(db: PapershelfDatabase): Promise<PaperId[]> {
  return (await savedEntries(db).primaryKeys()).reverse();
}

/** Of the library, newest save first. */
export function newestIds(db: PapershelfDatabase, limit: number): Promise<PaperId[]> {
  return savedEntries(db).reverse().limit(limit).primaryKeys();
}

/** The rows of `ids`, in order, without unknown papers. */
export async function paperRows(
  db: PapershelfDatabase,
  ids: readonly PaperId[],
): Promise<PaperRow[]> {
  const [papers, entries] = await Promise.all([
    readRows(db.papers, ids),
    readRows(db.entries, ids),
  ]);
  return ids.flatMap((id, index) => {
    const row = papers[index];
    if (row === undefined) return [];
    const paper = soundPaper(id, row === UNREADABLE ? NOTHING : row);
    const stored = entries[index];
    const entry = stored && soundEntry(id, stored === UNREADABLE ? NOTHING : stored);
    if (paper === row && entry === stored) return [{ paper, entry }];
    const damaged: DamagedRows = {
      ...(paper !== row && { paper: row }),
      ...(entry !== stored && { entry: stored }),
    };
    return [{ paper, entry, damaged }];
  });
}

/** For an unreadable row. */
const NOTHING = {} as never;

/** Papers of `ids` neither saved nor dismissed, in order. */
export async function undecidedPapers(
  db: PapershelfDatabase,
  ids: readonly PaperId[],
): Promise<KnownPaper[]> {
  const [rows, dismissed] = await Promise.all([
    paperRows(db, ids),
    existingIds(db.dismissals, ids),
  ]);
  return rows.flatMap(({ paper, entry }) =>
    isSaved(entry) || dismissed.has(paper.id) ? [] : [paper],
  );
}

/** Of the saved `ids`, in order. */
export function exportRecords(
  db: PapershelfDatabase,
  ids: readonly PaperId[],
): Promise<ExportRecord[]> {
  return withFailures(async () => {
    const [papers, entries] = await Promise.all([
      manyRows(db.papers, ids, ({ id }) => id),
      manyRows(db.entries, ids, ({ paperId }) => paperId),
    ]);
    return ids.flatMap((id) => {
      const [paper, stored] = [papers.get(id), entries.get(id)];
      const entry = stored && soundEntry(id, stored);
      return paper && isSaved(entry) ? [{ paper: soundPaper(id, paper), entry }] : [];
    });
  });
}

/** The papers' tags with counts, most frequent first. */
export async function tagsOf(
  db: PapershelfDatabase,
  ids: readonly PaperId[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  await inBatches(ids, {}, async (batch) => {
    const entries = await readableRows(db.entries, batch);
    for (const [index, id] of batch.entries()) {
      const stored = entries[index];
      for (const tag of stored ? soundEntry(id, stored).tags : []) {
        counts.set(tag, (counts.get(tag) ?? 0) + 1);
      }
    }
  });
  return new Map([...counts].toSorted(([, a], [, b]) => b - a));
}
