import { dayOf, type Day } from '../papers/day';
import type { DigestDay, DigestPaper } from '../papers/digest';
import { linksOf } from '../papers/links';
import { titleOf } from '../papers/paper';
import { escapeMarkdown, markdownLink } from './markdown-text';

/** The media type of a digest's file. */
export const DIGEST_MIME = 'text/markdown;charset=utf-8';

/** How many characters of an abstract stand for a summary, a word's end more or less. */
const EXCERPT = 400;

/**
 * A digest as Markdown: a section a day, in it one a paper, in the order given. No HTML is written,
 * and what came from pages is escaped.
 * @param since the first day that it reaches back to
 * @param exportedAt ms since epoch
 */
export function writeDigest(days: readonly DigestDay[], since: Day, exportedAt: number): string {
  const count = days.reduce((sum, { papers }) => sum + papers.length, 0);
  const head = `# Papers listed since ${since}\n\n${count === 1 ? '1 paper' : `${count} papers`}, exported on ${dayOf(exportedAt)}\n`;
  const sections = days.flatMap(({ day, papers }) => [
    `## ${weekday(day)}, ${day}\n`,
    ...papers.map(paperSection),
  ]);
  return [head, ...sections].join('\n');
}

/**
 * The name that its download is given: `papershelf-digest-2026-11-23.md`.
 * @param exportedAt ms since epoch; the day is that of UTC
 */
export function digestFileName(exportedAt: number): string {
  return `papershelf-digest-${dayOf(exportedAt)}.md`;
}

function paperSection({ paper, rise }: DigestPaper): string {
  const { authors, authorCount, organization, upvotes, comments, githubStars } = paper;
  const links = linksOf(paper);
  const title = escapeMarkdown(titleOf(paper));
  const main = links.paperPage ?? links.arxiv ?? links.project ?? links.code;
  const counts = [
    upvotes !== undefined && counted(upvotes, 'upvote'),
    rise > 0 && `+${rise} in 7 days`,
    comments !== undefined && counted(comments, 'comment'),
    githubStars !== undefined && counted(githubStars, 'star'),
  ];
  const paragraphs = [
    `### ${main === undefined ? title : markdownLink(title, main)}`,
    authors === undefined || authors.length === 0
      ? authorCount !== undefined && counted(authorCount, 'author')
      : escapeMarkdown(authors.join(', ')),
    [organization !== undefined && escapeMarkdown(organization.name), ...counts]
      .filter(Boolean)
      .join(' · '),
    summaryOf(paper),
  ];
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`;
}

function summaryOf({ aiSummary, abstract }: DigestPaper['paper']): string {
  if (aiSummary) return `**AI summary.** ${escapeMarkdown(aiSummary)}`;
  return abstract ? `**Abstract.** ${escapeMarkdown(excerptOf(abstract))}` : '';
}

/** The beginning of a text, to the end of a word, where it is much longer than that. */
function excerptOf(text: string): string {
  if (text.length <= EXCERPT * 1.25) return text;
  const end = text.indexOf(' ', EXCERPT);
  return end < 0 ? text : `${text.slice(0, end)} …`;
}

function counted(count: number, word: string): string {
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}

function weekday(day: Day): string {
  return new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(new Date(day));
}
