import { withCodedErrors } from '../db/coded-errors';
import { escapeMarkdown, markdownLink } from '../export/markdown-text';
import { dayOf } from '../papers/day';
import { Failure } from '../papers/failure';
import { titleOf, type Paper } from '../papers/paper';
import type { LibraryContext } from './context';
import { editEntry } from './edit-entry';
import type { PaperState } from './paper-state';
import { savePaper } from './save-paper';

/** Words that the reader selected on a page. */
export interface Quotation {
  text: string;
  /** The page's address. */
  url: string;
}

/** What adding a quotation did, and what takes it back. */
export interface AddedQuotation {
  state: PaperState;
  /** The note before and after; the same when the quotation was there already. */
  before: string;
  after: string;
  /** Whether the paper was not in the library before. */
  saved: boolean;
}

/** Within this time the same quotation again is the same click again, ms. */
const SAME_CLICK = 5000;

/**
 * Puts a quotation, with where it came from, at the end of the note of `paper`, which is saved if it
 * is not; all in one transaction. What is quoted stays text, whatever it holds.
 * @throws Failure `malformed` when there is nothing to quote
 */
export async function addQuotation(
  context: LibraryContext,
  paper: Paper,
  quotation: Quotation,
): Promise<AddedQuotation> {
  const { db, now, announce } = context;
  // Told once all of it is stored.
  const quiet: LibraryContext = { ...context, announce() {} };
  const added = await withCodedErrors(() =>
    db.transaction('rw', db.papers, db.entries, db.dismissals, db.searchOutbox, async () => {
      const former = await db.entries.get(paper.id);
      const { entry } = await savePaper(quiet, paper);
      if (entry === null) throw new Failure('not-found', paper.id);
      const block = quotationBlock((await db.papers.get(paper.id)) ?? paper, quotation, now());
      const before = entry.note;
      const isRepeated = before.endsWith(block) && now() - (entry.editedAt.note ?? 0) < SAME_CLICK;
      const after = isRepeated ? before : [before.trimEnd(), block].filter(Boolean).join('\n\n');
      const edit = { kind: 'note', base: before, text: after } as const;
      const state = await editEntry(quiet, paper.id, edit);
      return { state, before, after, saved: former?.removedAt !== 0 };
    }),
  );
  announce([paper.id]);
  return added;
}

/** The quotation as a block of Markdown, and behind it the page and the day it was found. */
function quotationBlock(paper: Paper, { text, url }: Quotation, at: number): string {
  const lines = text
    .split(/\r\n?|\n/)
    .map(escapeMarkdown)
    .join('\n')
    .trim()
    .replaceAll(/\n{2,}/g, '\n\n');
  if (lines === '') throw new Failure('malformed', 'nothing is selected');
  const source = `— ${markdownLink(escapeMarkdown(titleOf(paper)), url)}, ${dayOf(at)}`;
  return [...lines.split('\n'), '', source]
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}
