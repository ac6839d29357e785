import { linksOf } from '@/lib/sites/links';
import type { Status } from '@/lib/papers/entry';
import type { ExportFormat, ExportRecord } from './format';
import { joined, linkedTitle, MARKDOWN_FILE, markdownFile, section } from './markdown-file';
import { blockquote, escapeMarkdown, markdownLink } from './markdown-text';

const STATUS_WORDS: Record<Status, string> = {
  'to-read': 'To read',
  reading: 'Reading',
  read: 'Read',
};

/**
 * A reading list, one section per paper. No HTML; text from pages is escaped. Notes, being
 * Markdown, are quoted to contain headings.
 */
export const markdown: ExportFormat = {
  id: 'markdown',
  ...MARKDOWN_FILE,
  write: (records, exportedAt) =>
    markdownFile('Reading list', records.length, exportedAt, records.map(sectionOf)),
};

function sectionOf({ paper, entry }: ExportRecord): string {
  const links = linksOf(paper);
  return section([
    `## ${linkedTitle(paper)}`,
    paper.authors && escapeMarkdown(paper.authors.join(', ')),
    joined([
      paper.organization && escapeMarkdown(paper.organization.name),
      paper.publishedOn,
      STATUS_WORDS[entry.status],
      entry.rating && `rated ${entry.rating} of 5`,
    ]),
    entry.tags.length > 0 ? `Tags: ${entry.tags.map(escapeMarkdown).join(', ')}` : undefined,
    joined([
      links.arxiv && markdownLink('arXiv', links.arxiv),
      links.pdf && markdownLink('PDF', links.pdf),
      links.code && markdownLink('Code', links.code),
      links.project && markdownLink('Project', links.project),
    ]),
    quoted(entry.note),
    paper.abstract && `**Abstract.** ${escapeMarkdown(paper.abstract)}`,
  ]);
}

function quoted(note: string): string {
  if (note.trim() === '') return '';
  return blockquote(
    note
      .replace(/^(?:[ \t]*[\r\n])+/, '')
      .trimEnd()
      .split(/\r\n?|\n/),
  );
}
