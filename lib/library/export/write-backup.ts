import { batches } from '@/lib/db/batches';
import type { PapershelfDatabase } from '@/lib/db/database';
import { backup, BackupText } from '@/lib/export/backup';
import { exportFileName } from '@/lib/export/format';
import type { PaperId } from '@/lib/papers/paper-id';
import { sightingKey } from '@/lib/papers/sighting';

/** So many papers are read at once. */
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
 * @throws the database's own errors, which `withFailures` gives a code
 */
export async function* backupChunks(
  db: PapershelfDatabase,
  exportedAt: number,
): AsyncGenerator<string, void> {
  const text = new BackupText();
  yield text.start(exportedAt) + text.table('entries');
  const ids = new Set<PaperId>();
  for await (const entries of batches(db.entries, ({ paperId }) => paperId)) {
    for (const { paperId } of entries) ids.add(paperId);
    yield text.rows(entries);
  }
  yield text.table('dismissals');
  for await (const dismissals of batches(db.dismissals, ({ paperId }) => paperId)) {
    yield text.rows(dismissals);
  }
  yield text.table('papers');
  const all = [...ids];
  for (let start = 0; start < all.length; start += BATCH) {
    const papers = await db.papers.bulkGet(all.slice(start, start + BATCH));
    yield text.rows(papers.filter((paper) => paper !== undefined));
  }
  yield text.table('sightings');
  for await (const sightings of batches(db.sightings, sightingKey)) {
    yield text.rows(sightings.filter(({ paperId }) => ids.has(paperId)));
  }
  yield text.end();
}
