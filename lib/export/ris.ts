import { foldSpaces } from '@/lib/shared/text';
import { linksOf } from '@/lib/sites/links';
import { exportKeys } from './citation-key';
import type { ExportFormat, ExportRecord } from './format';
import { SOURCE } from './keywords';
import { structuredName } from '@/lib/papers/names';

/**
 * RIS (https://web.archive.org/web/20120526103719/http://refman.com/support/risformat_intro.asp).
 * It has no preprint type: like Zotero, use `GEN`, publisher `arXiv` and type of work `preprint`.
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
  // "Related records": some importers keep only one UR.
  for (const link of [links.code, links.project, links.paperPage]) add('L3', link);
  for (const tag of entry.tags) add('KW', tag);
  add('KW', entry.status);
  add('AB', paper.abstract);
  add('N1', entry.note);
  lines.push('ER  - ', '');
  return lines.join('\r\n');
}

/** `Family, Given, Suffix`. Commas would split group names. */
function authorOf(displayName: string): string {
  const name = structuredName(displayName);
  if (name.kind === 'literal') return name.name.replaceAll(',', ' ');
  const family = `${name.particle} ${name.family}`;
  return [family, name.given, name.suffix].filter((part) => part !== '').join(', ');
}

/**
 * RIS has no line breaks: importers disagree on untagged lines, and `ER  - ` ends the record. Single
 * spaces also avoid two spaces and a dash, at which some split.
 */
function oneLine(text: string): string {
  if (!UNEVEN.test(text)) return text;
  return foldSpaces(text.replace(/\p{Cc}+/gu, ' '));
}

// Most text is one line, and testing costs a tenth of replacing.
const UNEVEN = /^\s|\s$|\s\s|[^\S ]|\p{Cc}/u;
