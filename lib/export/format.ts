import { localDayOf } from '@/lib/shared/local-day';
import type { Entry } from '@/lib/papers/entry';
import type { KnownPaper } from '@/lib/papers/paper';

export interface ExportRecord {
  paper: KnownPaper;
  entry: Entry;
}

export interface ExportChoice {
  /** Unique, lower case. */
  id: string;
  label: string;
}

/** An export format. Pure: no I/O, no clock. */
export interface ExportFormat extends ExportChoice {
  /** Follows `papershelf-YYYY-MM-DD.`. */
  extension: string;
  /** Media type with charset. */
  mime: string;
  /**
   * Set if it restores a library: whole exports include trash and sightings, and listings do not
   * offer it.
   */
  isBackup?: true;
  /**
   * The file's text, in record order.
   * @param exportedAt ms since epoch
   */
  write(records: readonly ExportRecord[], exportedAt: number): string;
}

/**
 * `papershelf-2025-12-01.bib`.
 * @param exportedAt ms since epoch; its local day is used
 */
export function exportFileName(format: ExportFormat, exportedAt: number): string {
  return `papershelf-${localDayOf(exportedAt)}.${format.extension}`;
}
