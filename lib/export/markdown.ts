import { dayOf } from '../papers/day';
import { linksOf } from '../papers/links';
import type { Status } from '../papers/entry';
import type { ExportFormat, ExportRecord } from './format';
import { escapeMarkdown, markdownLink } from './markdown-text';

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
    `## ${main === undefined ? title : markdownLink(title, main)}`,
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
      links.arxiv && markdownLink('arXiv', links.arxiv),
      links.pdf && markdownLink('PDF', links.pdf),
      links.code && markdownLink('Code', links.code),
      links.project && markdownLink('Project', links.project),
    ]
      .filter(Boolean)
      .join(' · '),
    quoted(entry.note),
    paper.abstract && `**Abstract.** ${escapeMarkdown(paper.abstract)}`,
  ];
  return `${paragraphs.filter((paragraph) => paragraph !== undefined && paragraph !== '').join('\n\n')}\n`;
}

function quoted(note: string): string {
  if (note.trim() === '') return '';
  const lines = note.replace(/^(?:[ \t]*[\r\n]+)+|\s+$/g, '').split(/\r\n?|\n/);
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}
