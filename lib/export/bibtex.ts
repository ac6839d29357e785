import { linksOf } from '@/lib/sites/links';
import { MONTH_NAMES } from '@/lib/shared/month-names';
import { arxivIdentifier } from '@/lib/papers/paper-id';
import { exportKeys } from './citation-key';
import type { ExportFormat, ExportRecord } from './format';
import { keywordsOf, SOURCE } from './keywords';
import { latexOf, latexOfName, latexOfTitle } from './latex';
import { structuredName } from '@/lib/papers/names';
import { trimEndOf } from '@/lib/shared/text';

/**
 * BibTeX, one @misc per paper like arXiv's (https://info.arxiv.org/help/bibtex.html), without
 * `primaryClass`, which no listing shows, and with `eprinttype`, without which Zotero drops
 * `eprint`. The year is the first version's.
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
  add('doi', urlOf(links.doi));
  add('url', urlOf(links.arxiv ?? links.paperPage));
  // Not standard. JabRef and Better BibTeX keep custom fields and no style prints them, unlike
  // `note` and `howpublished`.
  add('code', latexOfUrl(links.code));
  add('project', latexOfUrl(links.project));
  add('paperpage', latexOfUrl(links.paperPage));
  add('abstract', paper.abstract && latexOf(paper.abstract));
  add('keywords', keywordsOf(entry).map(keyword).join(', '));
  add('annote', annotation(entry.note));
  // A JabRef field.
  add('ranking', entry.rating && `rank${entry.rating}`);
  add('source', SOURCE);
  lines.push('}', '');
  return lines.join('\n');
}

function authorOf(name: string): string {
  return latexOfName(structuredName(name));
}

/** Percent-encodes characters invalid in verbatim fields, and `^`: TeX reads `^^5c` as `\`. */
function urlOf(url: string | undefined): string | undefined {
  return url?.replace(/[{}\\$^\s]/g, encodeURIComponent);
}

function latexOfUrl(url: string | undefined): string | undefined {
  const plain = urlOf(url);
  return plain && latexOf(plain);
}

/**
 * Importers take keywords verbatim: escape only what breaks the record or document, like Better
 * BibTeX. No escape for braces passes BibTeX's count.
 */
function keyword(text: string): string {
  return text.replace(/[#%$\\{}]|\^(?=\^)/g, (sign) => IN_KEYWORDS[sign] ?? sign);
}

const IN_KEYWORDS: Record<string, string> = {
  '#': '\\#',
  '%': '\\%',
  $: '\\$',
  '^': '\\textasciicircum{}',
  '\\': '\\textbackslash{}',
  '{': '(',
  '}': ')',
};

/** Makes each line a paragraph: TeX would join lines, and Zotero would show `\\` and `\par`. */
function annotation(note: string): string {
  return note
    .trim()
    .split(/\r\n?|\n/)
    .map((line) => trimEndOf(line, ' \t'))
    .filter((line) => line !== '')
    .map(latexOf)
    .join('\n\n');
}
