import { localDayOf } from '@/lib/shared/local-day';
import type { Entry } from '@/lib/papers/entry';
import type { KnownPaper } from '@/lib/papers/paper';

/** An entry and its paper, as exported. */
export interface ExportRecord {
  paper: KnownPaper;
  entry: Entry;
}

/** A format as shown in an Export menu. */
export interface ExportChoice {
  /** Unique, in lower case. */
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
   * Set if it restores a library: of the whole library it then includes trash and sightings, and it
   * is not offered on listings.
   */
  isBackup?: true;
  /**
   * The whole text, records in the given order.
   * @param exportedAt ms since epoch
   */
  write(records: readonly ExportRecord[], exportedAt: number): string;
}

/**
 * An export's file name: `papershelf-2025-12-01.bib`.
 * @param exportedAt ms since epoch; its local day is used
 */
export function exportFileName(format: ExportFormat, exportedAt: number): string {
  return `papershelf-${localDayOf(exportedAt)}.${format.extension}`;
}
