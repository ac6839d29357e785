import { dayOf } from '../papers/day';
import { backup } from './backup';
import { bibtex } from './bibtex';
import { cslJson } from './csl-json';
import { csv } from './csv';
import type { ExportFormat } from './format';
import { markdown } from './markdown';
import { ris } from './ris';

/** Every format, in the order of the Export menu. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  bibtex,
  ris,
  cslJson,
  markdown,
  csv,
  backup,
];

/**
 * The name a download is given: `papershelf-2025-12-01.bib`.
 * @param exportedAt ms since epoch; the day is that of UTC
 */
export function exportFileName(format: ExportFormat, exportedAt: number): string {
  return `papershelf-${dayOf(exportedAt)}.${format.extension}`;
}
