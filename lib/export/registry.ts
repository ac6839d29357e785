import { backup } from './backup';
import { bibtex } from './bibtex';
import { cslJson } from './csl-json';
import { csv } from './csv';
import type { ExportChoice, ExportFormat } from './format';
import { markdown } from './markdown';
import { ris } from './ris';

/** In menu order. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  bibtex,
  ris,
  cslJson,
  markdown,
  csv,
  backup,
];

/** The formats offered on listings, without their writers. */
export const LISTING_CHOICES: readonly ExportChoice[] = EXPORT_FORMATS.filter(
  ({ isBackup }) => !isBackup,
).map(({ id, label }) => ({ id, label }));
