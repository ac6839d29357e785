import { dayOf } from '@/lib/shared/day';
import type { Entry } from '@/lib/papers/entry';
import type { KnownPaper } from '@/lib/papers/paper';

/** One entry with its paper's facts, as it goes into an export. */
export interface ExportRecord {
  paper: KnownPaper;
  entry: Entry;
}

/** A format that reading lists are exported in. Pure: text in memory, no file and no clock. */
export interface ExportFormat {
  /** Stable name: `bibtex`. */
  id: string;
  /** As the Export menu says it. */
  label: string;
  /** What follows `papershelf-YYYY-MM-DD.` in the file's name. */
  extension: string;
  /** Media type with its charset. */
  mime: string;
  /**
   * The whole file's text, the records in the order given.
   * @param exportedAt ms since epoch
   */
  write(records: readonly ExportRecord[], exportedAt: number): string;
}

/**
 * The name a download is given: `papershelf-2025-12-01.bib`.
 * @param exportedAt ms since epoch; the day is that of UTC
 */
export function exportFileName(format: ExportFormat, exportedAt: number): string {
  return `papershelf-${dayOf(exportedAt)}.${format.extension}`;
}
