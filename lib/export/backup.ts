import type { Entry } from '../papers/entry';
import type { KnownPaper } from '../papers/paper';
import type { ExportFormat } from './format';

/** Version of the backup's shape; a higher one means that older code cannot read it. */
export const BACKUP_VERSION = 1;

/** A backup file, parsed. `papers` and `entries` are as stored, nothing left out or rounded. */
export interface Backup {
  format: 'papershelf-backup';
  version: typeof BACKUP_VERSION;
  /** ms since epoch. */
  exportedAt: number;
  papers: KnownPaper[];
  /** One for each of `papers`, in the same order. */
  entries: Entry[];
}

/** JSON to be restored from, one paper or entry a line, so that two backups compare line by line. */
export const backup: ExportFormat = {
  id: 'backup',
  label: 'Backup (JSON)',
  extension: 'backup.json',
  mime: 'application/json;charset=utf-8',
  write(records, exportedAt) {
    const { format, version }: Pick<Backup, 'format' | 'version'> = {
      format: 'papershelf-backup',
      version: BACKUP_VERSION,
    };
    const fields = [
      `"format":${JSON.stringify(format)}`,
      `"version":${version}`,
      `"exportedAt":${exportedAt}`,
      `"papers":${linesOf(records.map(({ paper }) => paper))}`,
      `"entries":${linesOf(records.map(({ entry }) => entry))}`,
    ];
    return `{\n${fields.join(',\n')}\n}\n`;
  },
};

function linesOf(rows: readonly (KnownPaper | Entry)[]): string {
  return rows.length === 0 ? '[]' : `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
}
