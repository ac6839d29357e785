import { foldSpaces } from '@/lib/shared/text';
import { linksOf } from '@/lib/papers/links';
import { exportKeys } from './citation-key';
import type { ExportFormat, ExportRecord } from './format';
import { SOURCE } from './keywords';
import { structuredName } from '@/lib/papers/names';

/**
 * RIS (https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp). It
 * has no type for preprints (`PREP` is none): `GEN` with `arXiv` as publisher and `preprint` as
 * type of work is what Zotero writes too.
 */
export const ris: ExportFormat = {
  id: 'ris',
  label: 'RIS',
  extension: 'ris',
  mime: 'application/x-research-info-systems;charset=utf-8',
  write(records) {
    const keys = exportKeys(records);
    return records.map((record, index) => recordOf(record, keys[index] ?? '')).join('\r\n');
  },
};

function recordOf({ paper, entry }: ExportRecord, key: string): string {
  const links = linksOf(paper);
  const lines = ['TY  - GEN'];
  const add = (tag: string, value: string | undefined) => {
    const line = value === undefined ? '' : oneLine(value);
    if (line !== '') lines.push(`${tag}  - ${line}`);
  };
  add('ID', key);
  add('TI', paper.title);
  for (const author of paper.authors ?? []) add('AU', authorOf(author));
  add('PY', paper.publishedOn?.slice(0, 4));
  add('DA', paper.publishedOn && `${paper.publishedOn.replaceAll('-', '/')}/`);
  if (links.arxiv !== undefined) add('PB', 'arXiv');
  add('M3', 'preprint');
  add('DP', SOURCE);
  add('DO', links.doi);
  add('UR', links.arxiv ?? links.paperPage);
  add('L1', links.pdf);
  // "Related records": readers that know only one UR are not led astray.
  for (const link of [links.code, links.project, links.paperPage]) add('L3', link);
  for (const tag of entry.tags) add('KW', tag);
  add('KW', entry.status);
  add('AB', paper.abstract);
  add('N1', entry.note);
  lines.push('ER  - ', '');
  return lines.join('\r\n');
}

/** `Family, Given, Suffix`; a group's name without commas, which would part it. */
function authorOf(displayName: string): string {
  const name = structuredName(displayName);
  if (name.kind === 'literal') return name.name.replaceAll(',', ' ');
  const family = `${name.particle} ${name.family}`;
  return [family, name.given, name.suffix].filter((part) => part !== '').join(', ');
}

/**
 * RIS knows no line breaks: readers differ on what a line without a tag means, and one that looks
 * like `ER  - ` ends the record for all. So a note's lines become one. Single spaces also keep a
 * value from holding the two spaces and dash that some readers split at.
 */
function oneLine(text: string): string {
  if (!UNEVEN.test(text)) return text;
  return foldSpaces(text.replace(/\p{Cc}+/gu, ' '));
}

// Most text is one line already, and a test costs a tenth of the replacements.
const UNEVEN = /^\s|\s$|\s\s|[^\S ]|\p{Cc}/u;
