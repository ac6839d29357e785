import { Dexie } from 'dexie';
import { withCodedErrors } from '../db/coded-errors';
import type { PapershelfDatabase } from '../db/database';
import { backup, BackupText } from '../export/backup';
import { exportFileName } from '../export/format';
import type { PaperId } from '../papers/paper-id';

/** So many rows are read at once. */
const BATCH = 1000;

/**
 * The name of a backup's file, by its day in UTC: `papershelf-2026-11-23.backup.json`.
 * @param exportedAt ms since epoch
 */
export function backupFileName(exportedAt: number): string {
  return exportFileName(backup, exportedAt);
}

/**
 * The text of a backup of everything that the reader keeps, piece by piece, a thousand rows each:
 * the entries of library and trash, what was dismissed, the papers of the entries, and where these
 * were seen. What is saved or edited while it is written may be in it or not.
 * @param exportedAt ms since epoch
 * @throws Failure `database` and the like when it cannot be read
 */
export async function* backupChunks(
  db: PapershelfDatabase,
  exportedAt: number,
): AsyncGenerator<string, void> {
  const text = new BackupText();
  yield text.start(exportedAt) + text.table('entries');
  const ids = new Set<PaperId>();
  const allEntries = batches(
    (after: PaperKey) => db.entries.where(':id').above(after).limit(BATCH).toArray(),
    ({ paperId }) => paperId,
  );
  for await (const entries of allEntries) {
    for (const { paperId } of entries) ids.add(paperId);
    yield text.rows(entries);
  }
  yield text.table('dismissals');
  const allDismissals = batches(
    (after: PaperKey) => db.dismissals.where(':id').above(after).limit(BATCH).toArray(),
    ({ paperId }) => paperId,
  );
  for await (const dismissals of allDismissals) yield text.rows(dismissals);
  yield text.table('papers');
  const all = [...ids];
  for (let start = 0; start < all.length; start += BATCH) {
    const batch = all.slice(start, start + BATCH);
    const papers = await withCodedErrors(() => db.papers.bulkGet(batch));
    yield text.rows(papers.filter((paper) => paper !== undefined));
  }
  yield text.table('sightings');
  const allSightings = batches(
    (after: SightingKey) => db.sightings.where(':id').above(after).limit(BATCH).toArray(),
    ({ paperId, listing, day }) => [paperId, listing, day],
  );
  for await (const sightings of allSightings) {
    yield text.rows(sightings.filter(({ paperId }) => ids.has(paperId)));
  }
  yield text.end();
}

type Beginning = typeof Dexie.minKey;
type PaperKey = PaperId | Beginning;
type SightingKey = string[] | Beginning;

/** All rows of a table, in the order of their keys. */
async function* batches<Row, Key>(
  rowsAfter: (key: Key | Beginning) => PromiseLike<Row[]>,
  keyOf: (row: Row) => Key,
): AsyncGenerator<Row[], void> {
  let last: Key | Beginning = Dexie.minKey;
  for (;;) {
    const rows: Row[] = await withCodedErrors(() => rowsAfter(last));
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows;
    last = keyOf(end);
  }
}
