import { dayOf } from '@/lib/shared/day';
import type { Entry } from '@/lib/papers/entry';
import type { KnownPaper } from '@/lib/papers/paper';

/** An entry and its paper, as exported. */
export interface ExportRecord {
  paper: KnownPaper;
  entry: Entry;
}

/** An export format. Pure: no I/O, no clock. */
export interface ExportFormat {
  /** Such as `bibtex`. */
  id: string;
  /** As in the Export menu. */
  label: string;
  /** Follows `papershelf-YYYY-MM-DD.`. */
  extension: string;
  /** Media type with charset. */
  mime: string;
  /**
   * The whole text, records in the given order.
   * @param exportedAt ms since epoch
   */
  write(records: readonly ExportRecord[], exportedAt: number): string;
}

/**
 * An export's file name: `papershelf-2025-12-01.bib`.
 * @param exportedAt ms since epoch; its UTC day is used
 */
export function exportFileName(format: ExportFormat, exportedAt: number): string {
  return `papershelf-${dayOf(exportedAt)}.${format.extension}`;
}
