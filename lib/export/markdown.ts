import { dayOf } from '../papers/day';
import { linksOf } from '../papers/links';
import type { Status } from '../papers/entry';
import { foldSpaces } from '../papers/text';
import type { ExportFormat, ExportRecord } from './format';

const STATUS_WORDS: Record<Status, string> = {
  'to-read': 'To read',
  reading: 'Reading',
  read: 'Read',
};

/**
 * A reading list to be read as it is: one section a paper. No HTML is written; what came from
 * pages is escaped, and a note, Markdown itself, is quoted, so that its headings stay within it.
 */
export const markdown: ExportFormat = {
  id: 'markdown',
  label: 'Markdown',
  extension: 'md',
  mime: 'text/markdown;charset=utf-8',
  write(records, exportedAt) {
    const count = records.length === 1 ? '1 paper' : `${records.length} papers`;
    const head = `# Reading list\n\n${count}, exported on ${dayOf(exportedAt)}\n`;
    return [head, ...records.map(sectionOf)].join('\n');
  },
};

function sectionOf({ paper, entry }: ExportRecord): string {
  const links = linksOf(paper);
  const title = escapeMarkdown(paper.title);
  const main = links.paperPage ?? links.arxiv ?? links.project ?? links.code;
  const paragraphs = [
    `## ${main === undefined ? title : link(title, main)}`,
    paper.authors && escapeMarkdown(paper.authors.join(', ')),
    [
      paper.organization && escapeMarkdown(paper.organization.name),
      paper.publishedOn,
      STATUS_WORDS[entry.status],
      entry.rating && `rated ${entry.rating} of 5`,
    ]
      .filter(Boolean)
      .join(' · '),
    entry.tags.length > 0 ? `Tags: ${entry.tags.map(escapeMarkdown).join(', ')}` : undefined,
    [
      links.arxiv && link('arXiv', links.arxiv),
      links.pdf && link('PDF', links.pdf),
      links.code && link('Code', links.code),
      links.project && link('Project', links.project),
    ]
      .filter(Boolean)
      .join(' · '),
    quoted(entry.note),
    paper.abstract && `**Abstract.** ${escapeMarkdown(paper.abstract)}`,
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== undefined && paragraph !== '').join('\n\n')}\n`;
}

/**
 * `text` on one line in which nothing is markup, wherever it stands in the line: what means
 * something anywhere (https://spec.commonmark.org/0.31.2/#backslash-escapes, and GitHub's `~`, `|`),
 * character references, and list and heading marks at the start. Dollars stay: math is wanted.
 */
function escapeMarkdown(text: string): string {
  return foldSpaces(text)
    .replace(/[\\`*_[\]<>|~]|(?<=^|\s)#|&(?=#?\w+;)/g, '\\$&')
    .replace(/^[+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

function link(text: string, url: string): string {
  return `[${text}](${url.replace(/[()<>\\\s]/g, percentEncoded)})`;
}

function percentEncoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function quoted(note: string): string {
  if (note.trim() === '') return '';
  const lines = note.replace(/^(?:[ \t]*[\r\n]+)+|\s+$/g, '').split(/\r\n?|\n/);
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}
