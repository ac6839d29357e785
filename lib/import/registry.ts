import { backup } from './backup';
import { bibtex } from './bibtex';
import { cslJson } from './csl-json';
import type { ImportFormat } from './format';
import { paperMemory } from './papermemory';
import { papershelfCsv } from './papershelf-csv';
import { pastedList } from './pasted-list';
import { readingList } from './reading-list';
import { ris } from './ris';
import { zoteroCsv } from './zotero-csv';

/** Self-identifying formats, most specific first. */
const STRUCTURED: readonly ImportFormat[] = [
  backup,
  readingList,
  paperMemory,
  cslJson,
  zoteroCsv,
  papershelfCsv,
  // Last: cells of tables may contain entries.
  ris,
  bibtex,
];

export const IMPORT_FORMATS: readonly ImportFormat[] = [...STRUCTURED, pastedList];

/** UTF-16 units examined. */
const BEGINNING = 64 * 1024;

/** Detects a file's format by content, then name; other text with arXiv links is a list. */
export function formatOf(text: string, fileName: string): ImportFormat | undefined {
  const beginning = text.slice(0, BEGINNING);
  return (
    STRUCTURED.find((format) => format.recognises(beginning, '')) ??
    IMPORT_FORMATS.find((format) => format.recognises(beginning, fileName))
  );
}
