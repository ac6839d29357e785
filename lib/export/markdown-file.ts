/** What our files of Markdown have in common: a head, and sections of paragraphs. */
import { dayOf } from '@/lib/shared/day';
import { linksOf } from '@/lib/papers/links';
import { titleOf, type Paper } from '@/lib/papers/paper';
import { escapeMarkdown, markdownLink } from './markdown-text';

/** The kind of file, in the words of `ExportFormat`. */
export const MARKDOWN_FILE = {
  label: 'Markdown',
  extension: 'md',
  mime: 'text/markdown;charset=utf-8',
} as const;

/** A paragraph or a part of one; anything but text is left out. */
type Part = string | false | undefined;

/**
 * The whole text of a file.
 * @param papers how many papers it holds
 * @param exportedAt ms since epoch
 */
export function markdownFile(
  heading: string,
  papers: number,
  exportedAt: number,
  sections: readonly string[],
): string {
  const head = `# ${heading}\n\n${counted(papers, 'paper')}, exported on ${dayOf(exportedAt)}\n`;
  return [head, ...sections].join('\n');
}

/** A section of what there is of these paragraphs. */
export function section(paragraphs: readonly Part[]): string {
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`;
}

/** What there is of these parts, on one line. */
export function joined(parts: readonly Part[]): string {
  return parts.filter(Boolean).join(' · ');
}

/** What to call a paper, escaped; a link to the first place to read of it, where there is one. */
export function linkedTitle(paper: Paper): string {
  const text = escapeMarkdown(titleOf(paper));
  const links = linksOf(paper);
  const main = links.paperPage ?? links.arxiv ?? links.project ?? links.code;
  return main === undefined ? text : markdownLink(text, main);
}

/** So many of what `word` names: `1 paper`, `2 papers`. */
export function counted(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}
