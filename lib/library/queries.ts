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

/** A paper and its entry, if any (also removed). */
export interface PaperRow {
  paper: KnownPaper;
  entry: Entry | undefined;
  /** What is stored, if it is damaged; `paper` and `entry` are then without that. */
  damaged?: DamagedRows;
}

/** Stored rows as they are; absent where sound. */
export interface DamagedRows {
  paper?: unknown;
  entry?: unknown;
}

/** Counts known papers and those in the library. */
export async function countPapers(
  db: PapershelfDatabase,
): Promise<{ known: number; saved: number }> {
  const [known, saved] = await Promise.all([db.papers.count(), countSaved(db)]);
  return { known, saved };
}

/** Counts the papers in the library. */
export async function countSaved(db: PapershelfDatabase): Promise<number> {
  const [entries, removed] = await Promise.all([
    // Total minus the few removed: counting a table is several times faster than an index.
    db.entries.count(),
    removedEntries(db).count(),
  ]);
  return entries - removed;
}

/** Ids of the library, newest save first, by keys only. */
export async function libraryIds(db: PapershelfDatabase): Promise<PaperId[]> {
  return (await savedEntries(db).primaryKeys()).reverse();
}

/** Newest `limit` ids of the library. */
export function newestIds(db: PapershelfDatabase, limit: number): Promise<PaperId[]> {
  return savedEntries(db).reverse().limit(limit).primaryKeys();
}

/** Rows of `ids`, in that order, without papers that no page showed. */
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

/** What is known of a row that cannot be read. */
const NOTHING = {} as never;

/** Papers of `ids` neither saved nor dismissed, in that order. */
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

/** Export records of the saved `ids`, in that order. */
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

/** Tags of these papers with counts, most frequent first. */
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
