import type { Dismissal } from '@/lib/papers/seen-and-dismissed';
import type { Entry } from '@/lib/papers/entry';
import type { KnownPaper } from '@/lib/papers/paper';
import type { Sighting } from '@/lib/papers/sighting';
import type { ExportFormat } from './format';

/** Version of the backup's shape; a higher one means that older code cannot read it. */
export const BACKUP_VERSION = 1;

/**
 * A backup file, parsed. Rows are as stored, nothing left out or rounded. Entries come first in the
 * file: should it be cut, the reader's own words are what is worth most.
 */
export interface Backup extends BackupTables {
  format: 'papershelf-backup';
  version: typeof BACKUP_VERSION;
  /** ms since epoch. */
  exportedAt: number;
}

export interface BackupTables {
  /** Those of the library and of the trash. */
  entries: Entry[];
  /** Papers that the reader is not interested in; none in a backup of a selection. */
  dismissals: Dismissal[];
  /** The papers of the entries. */
  papers: KnownPaper[];
  /** Where these papers were seen; none in a backup of a selection. */
  sightings: Sighting[];
}

/** JSON to be restored from, of the papers given. `backupChunks` writes the whole library. */
export const backup: ExportFormat = {
  id: 'backup',
  label: 'Backup (JSON)',
  extension: 'backup.json',
  mime: 'application/json;charset=utf-8',
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
 * The text of a backup, piece by piece: one row a line, so that two backups compare line by line,
 * and a line that is broken costs no other. Each call gives what comes next.
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

  /** Begins the next table; its rows follow. */
  table(name: keyof BackupTables): string {
    const former = this.#endOfTable();
    this.#table = 'empty';
    return `${former},\n"${name}":[`;
  }

  /** The next rows of the table. */
  rows(rows: readonly BackupTables[keyof BackupTables][number][]): string {
    if (rows.length === 0) return '';
    const separator = this.#table === 'filled' ? ',\n' : '\n';
    this.#table = 'filled';
    return separator + rows.map((row) => JSON.stringify(row)).join(',\n');
  }

  end(): string {
    return `${this.#endOfTable()}\n}\n`;
  }

  #endOfTable(): string {
    return { none: '', empty: ']', filled: '\n]' }[this.#table];
  }
}
