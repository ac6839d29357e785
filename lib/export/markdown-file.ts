import { localDayOf } from '@/lib/shared/local-day';
import { linksOf } from '@/lib/sites/links';
import { titleOf, type Paper } from '@/lib/papers/paper';
import { escapeMarkdown, markdownLink } from './markdown-text';

export const MARKDOWN_FILE = {
  label: 'Markdown',
  extension: 'md',
  mime: 'text/markdown;charset=utf-8',
} as const;

/** Falsy parts are dropped. */
type Part = string | false | undefined;

/**
 * @param papers their number
 * @param exportedAt ms since epoch
 */
export function markdownFile(
  heading: string,
  papers: number,
  exportedAt: number,
  sections: readonly string[],
): string {
  const head = `# ${heading}\n\n${counted(papers, 'paper')}, exported on ${localDayOf(exportedAt)}\n`;
  return [head, ...sections].join('\n');
}

/** Blank lines between paragraphs, a line break at the end. */
export function section(paragraphs: readonly Part[]): string {
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`;
}

/** On one line. */
export function joined(parts: readonly Part[]): string {
  return parts.filter(Boolean).join(' · ');
}

/** A paper's escaped title, linked to its first known address. */
export function linkedTitle(paper: Paper): string {
  const text = escapeMarkdown(titleOf(paper));
  const links = linksOf(paper);
  const main = links.paperPage ?? links.arxiv ?? links.project ?? links.code;
  return main === undefined ? text : markdownLink(text, main);
}

/** `1 paper`, `2 papers`. */
export function counted(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}
