import { linksOf } from '@/lib/papers/links';
import { MONTH_NAMES } from '@/lib/shared/month-names';
import { arxivIdentifier } from '@/lib/papers/paper-id';
import { exportKeys } from './citation-key';
import type { ExportFormat, ExportRecord } from './format';
import { keywordsOf, SOURCE } from './keywords';
import { latexOf, latexOfName, latexOfTitle } from './latex';
import { structuredName } from '@/lib/papers/names';

/**
 * BibTeX, one @misc a paper as arXiv itself exports (https://info.arxiv.org/help/bibtex.html, without
 * `primaryClass`, which no listing shows), and with `eprinttype`, without which Zotero drops
 * `eprint`. The year is that of the first version.
 */
export const bibtex: ExportFormat = {
  id: 'bibtex',
  label: 'BibTeX',
  extension: 'bib',
  mime: 'application/x-bibtex;charset=utf-8',
  write(records) {
    const keys = exportKeys(records);
    return records.map((record, index) => entryOf(record, keys[index] ?? '')).join('\n');
  },
};

function entryOf({ paper, entry }: ExportRecord, key: string): string {
  const eprint = arxivIdentifier(paper.id);
  const links = linksOf(paper);
  const [year, month] = paper.publishedOn?.split('-') ?? [];
  const lines = [`@misc{${key},`];
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') lines.push(`  ${name.padEnd(13)} = {${value}},`);
  };
  add('title', latexOfTitle(paper.title));
  add('author', paper.authors?.map(authorOf).join(' and '));
  add('year', year);
  const macro = MONTH_NAMES[Number(month) - 1];
  if (macro !== undefined) lines.push(`  month         = ${macro},`);
  if (eprint !== undefined) {
    add('eprint', eprint);
    add('archivePrefix', 'arXiv');
    add('eprinttype', 'arxiv');
  }
  add('doi', links.doi);
  add('url', urlOf(links.arxiv ?? links.paperPage));
  // No field is made for these; under names of their own they are kept by JabRef and Better BibTeX
  // and printed by no style, while `note` and `howpublished` would be printed.
  add('code', latexOfUrl(links.code));
  add('project', latexOfUrl(links.project));
  add('paperpage', latexOfUrl(links.paperPage));
  add('abstract', paper.abstract && latexOf(paper.abstract));
  add('keywords', keywordsOf(entry).map(keyword).join(', '));
  add('annote', annotation(entry.note));
  // A special field of JabRef's.
  add('ranking', entry.rating && `rank${entry.rating}`);
  add('source', SOURCE);
  lines.push('}', '');
  return lines.join('\n');
}

function authorOf(name: string): string {
  return latexOfName(structuredName(name));
}

/** Signs that cannot stand in a field that is read as it is, percent-encoded. */
function urlOf(url: string | undefined): string | undefined {
  return url?.replace(/[{}\\$\s]/g, encodeURIComponent);
}

function latexOfUrl(url: string | undefined): string | undefined {
  const plain = urlOf(url);
  return plain && latexOf(plain);
}

/**
 * Readers take keywords as they stand, so only what would break the record or a document is
 * escaped, as Better BibTeX does; a brace has no escape that BibTeX's own count would pass.
 */
function keyword(text: string): string {
  return text.replace(/[#%$\\{}]/g, (sign) => IN_KEYWORDS[sign] ?? sign);
}

const IN_KEYWORDS: Record<string, string> = {
  '#': '\\#',
  '%': '\\%',
  $: '\\$',
  '\\': '\\textbackslash{}',
  '{': '(',
  '}': ')',
};

/**
 * A note with every line as a paragraph. A single line break is a space to TeX, so a list would
 * run together; `\\` and `\par` would show as litter in Zotero.
 */
function annotation(note: string): string {
  return note
    .trim()
    .split(/(?:[ \t]*(?:\r\n?|\n))+/)
    .map(latexOf)
    .join('\n\n');
}
