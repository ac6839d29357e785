import type { Day } from '@/lib/shared/day';
import { localDayOf } from '@/lib/shared/local-day';
import type { DigestDay, DigestPaper } from '@/lib/papers/digest';
import {
  counted,
  joined,
  linkedTitle,
  MARKDOWN_FILE,
  markdownFile,
  section,
} from './markdown-file';
import { escapeMarkdown } from './markdown-text';

/** Length of an excerpt, UTF-16 units. */
const EXCERPT = 400;

/**
 * A Markdown digest: a section per day, a subsection per paper, in order. No HTML; text from pages
 * is escaped.
 * @param since the first day
 * @param exportedAt ms since epoch
 */
export function writeDigest(days: readonly DigestDay[], since: Day, exportedAt: number): string {
  const count = days.reduce((sum, { papers }) => sum + papers.length, 0);
  const sections = days.flatMap(({ day, papers }) => [
    `## ${weekday(day)}, ${day}\n`,
    ...papers.map(paperSection),
  ]);
  return markdownFile(`Papers listed since ${since}`, count, exportedAt, sections);
}

/**
 * `papershelf-digest-2026-11-23.md`.
 * @param exportedAt ms since epoch; its local day is used
 */
export function digestFileName(exportedAt: number): string {
  return `papershelf-digest-${localDayOf(exportedAt)}.${MARKDOWN_FILE.extension}`;
}

function paperSection({ paper, rise }: DigestPaper): string {
  const { authors, authorCount, organization, upvotes, comments, githubStars } = paper;
  return section([
    `### ${linkedTitle(paper)}`,
    authors === undefined || authors.length === 0
      ? authorCount !== undefined && counted(authorCount, 'author')
      : escapeMarkdown(authors.join(', ')),
    joined([
      organization !== undefined && escapeMarkdown(organization.name),
      upvotes !== undefined && counted(upvotes, 'upvote'),
      rise > 0 && `+${rise} in 7 days`,
      comments !== undefined && counted(comments, 'comment'),
      githubStars !== undefined && counted(githubStars, 'star'),
    ]),
    summaryOf(paper),
  ]);
}

function summaryOf({ aiSummary, abstract }: DigestPaper['paper']): string {
  if (aiSummary) return `**AI summary.** ${escapeMarkdown(aiSummary)}`;
  return abstract ? `**Abstract.** ${escapeMarkdown(excerptOf(abstract))}` : '';
}

/** Cuts texts well above the limit, at a word's end. */
function excerptOf(text: string): string {
  if (text.length <= EXCERPT * 1.25) return text;
  const end = text.indexOf(' ', EXCERPT);
  return end < 0 ? text : `${text.slice(0, end)} …`;
}

function weekday(day: Day): string {
  return new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(new Date(day));
}
