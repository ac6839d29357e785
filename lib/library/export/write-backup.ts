import { batches } from '@/lib/db/batches';
import { readableRows } from '@/lib/db/read-rows';
import type { PapershelfDatabase } from '@/lib/db/database';
import { backup, BackupText, type BackupTables } from '@/lib/export/backup';
import { exportFileName } from '@/lib/export/format';
import type { PaperId } from '@/lib/papers/paper-id';

const BATCH = 1000;

/** Rows of a backup; papers may be titles only. */
export type BackupPart = { [Table in keyof BackupTables]?: readonly object[] };

/**
 * A backup of these rows, in pieces.
 * @param exportedAt ms since epoch
 */
export function backupOfParts(parts: readonly BackupPart[], exportedAt: number): string[] {
  const text = new BackupText();
  const written = [text.start(exportedAt)];
  for (const table of ['entries', 'dismissals', 'papers', 'sightings'] as const) {
    written.push(text.table(table));
    for (const part of parts) {
      // As stored; an import reports damage.
      written.push(text.rows((part[table] ?? []) as BackupTables[typeof table]));
    }
  }
  return [...written, text.end()];
}

/**
 * `papershelf-2026-11-23.backup.json`, by local day.
 * @param exportedAt ms since epoch
 */
export function backupFileName(exportedAt: number): string {
  return exportFileName(backup, exportedAt);
}

/**
 * A full backup, in chunks of a thousand rows: all entries (also trashed), their papers and
 * sightings, and dismissals. May miss concurrent changes.
 * @param exportedAt ms since epoch
 * @throws raw database errors
 */
export async function* backupChunks(
  db: PapershelfDatabase,
  exportedAt: number,
): AsyncGenerator<string, void> {
  const text = new BackupText();
  yield text.start(exportedAt) + text.table('entries');
  const ids = new Set<PaperId>();
  for await (const entries of batches(db.entries)) {
    for (const { paperId } of entries) ids.add(paperId);
    yield text.rows(entries);
  }
  yield text.table('dismissals');
  for await (const dismissals of batches(db.dismissals)) {
    yield text.rows(dismissals);
  }
  yield text.table('papers');
  const all = [...ids];
  for (let start = 0; start < all.length; start += BATCH) {
    const papers = await readableRows(db.papers, all.slice(start, start + BATCH));
    yield text.rows(papers.filter((paper) => paper !== undefined));
  }
  yield text.table('sightings');
  for await (const sightings of batches(db.sightings)) {
    yield text.rows(sightings.filter(({ paperId }) => ids.has(paperId)));
  }
  yield text.end();
}
