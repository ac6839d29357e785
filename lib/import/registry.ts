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

/** Formats that say what they are, the surer ones first. */
const STRUCTURED: readonly ImportFormat[] = [
  backup,
  readingList,
  paperMemory,
  cslJson,
  zoteroCsv,
  papershelfCsv,
  // After the tables, in a cell of which one of its entries may stand.
  ris,
  bibtex,
];

/** Every format that papers are brought in from. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [...STRUCTURED, pastedList];

/** So much of a file is looked at to tell its format, in UTF-16 units. */
const BEGINNING = 64 * 1024;

/**
 * The format of a file, told by its text, and only where that does not tell by its name; any text
 * with arXiv links in it is a list of them. Undefined when no format recognises it.
 */
export function formatOf(text: string, fileName: string): ImportFormat | undefined {
  const beginning = text.slice(0, BEGINNING);
  return (
    STRUCTURED.find((format) => format.recognises(beginning, '')) ??
    IMPORT_FORMATS.find((format) => format.recognises(beginning, fileName))
  );
}
