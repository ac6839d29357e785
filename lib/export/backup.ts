import type { Dismissal } from '@/lib/papers/seen-and-dismissed';
import type { Entry } from '@/lib/papers/entry';
import type { KnownPaper } from '@/lib/papers/paper';
import type { Sighting } from '@/lib/papers/sighting';
import type { ExportFormat } from './format';

/** Older code rejects a higher one. */
export const BACKUP_VERSION = 1;

/**
 * A backup, rows as stored. Entries come first, so that a truncated file keeps the reader's words.
 */
export interface Backup extends BackupTables {
  format: 'papershelf-backup';
  version: typeof BACKUP_VERSION;
  /** ms since epoch. */
  exportedAt: number;
}

export interface BackupTables {
  /** Saved and trashed. */
  entries: Entry[];
  /** Empty for a selection. */
  dismissals: Dismissal[];
  papers: KnownPaper[];
  /** Empty for a selection. */
  sightings: Sighting[];
}

/** Restorable JSON of some records; `backupChunks` writes the library. */
export const backup: ExportFormat = {
  id: 'backup',
  label: 'Backup (JSON)',
  extension: 'backup.json',
  mime: 'application/json;charset=utf-8',
  isBackup: true,
  write(records, exportedAt) {
    const text = new BackupText();
    return [
      text.start(exportedAt),
      text.table('entries'),
      text.rows(records.map(({ entry }) => entry)),
      text.table('dismissals'),
      text.table('papers'),
      text.rows(records.map(({ paper }) => paper)),
      text.table('sightings'),
      text.end(),
    ].join('');
  },
};

/**
 * Generates a backup, one row per line: backups diff by line, and a broken line costs only itself.
 */
export class BackupText {
  #table: 'none' | 'empty' | 'filled' = 'none';

  /** @param exportedAt ms since epoch */
  start(exportedAt: number): string {
    const { format, version }: Pick<Backup, 'format' | 'version'> = {
      format: 'papershelf-backup',
      version: BACKUP_VERSION,
    };
    return `{\n"format":${JSON.stringify(format)},\n"version":${version},\n"exportedAt":${exportedAt}`;
  }

  /** Ends the former table and starts this one. */
  table(name: keyof BackupTables): string {
    const former = this.#endOfTable();
    this.#table = 'empty';
    return `${former},\n"${name}":[`;
  }

  /** More rows of the current table. */
  rows(rows: readonly BackupTables[keyof BackupTables][number][]): string {
    if (rows.length === 0) return '';
    const separator = this.#table === 'filled' ? ',\n' : '\n';
    this.#table = 'filled';
    return separator + rows.map((row) => JSON.stringify(row)).join(',\n');
  }

  /** Ends the last table and the file. */
  end(): string {
    return `${this.#endOfTable()}\n}\n`;
  }

  #endOfTable(): string {
    return { none: '', empty: ']', filled: '\n]' }[this.#table];
  }
}
