import { withFailures } from '@/lib/db/to-failure';
import { blockquote, escapeMarkdown, markdownLink } from '@/lib/export/markdown-text';
import { dayOf } from '@/lib/shared/day';
import { applyEdit, withRemoved } from '@/lib/papers/edit-entry';
import { isSaved, type Entry } from '@/lib/papers/entry';
import { Failure } from '@/lib/shared/failure';
import { titleOf, type Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { withoutAppended } from '@/lib/papers/notes/without-appended';
import { noteForSearch } from '@/lib/search/maintain/outbox';
import type { LibraryContext } from '../context';
import { editEntry } from '../entries/edit-entry';
import { paperState, stateRows, type PaperState } from '../paper-state';
import { savePaper } from '../entries/save-paper';

/** Words that the reader selected on a page. */
export interface Quotation {
  text: string;
  /** The page's address. */
  url: string;
}

/** What takes a quotation back. */
export interface QuotationUndo {
  /** The note before and after; the same when the quotation was there already. */
  before: string;
  after: string;
  /** Whether the paper was not in the library before. */
  saved: boolean;
  /** When it was saved before that, ms since epoch; absent for never. */
  formerSavedAt?: number;
}

/** What adding a quotation did, and what takes it back. */
export interface AddedQuotation extends QuotationUndo {
  state: PaperState;
}

/** What came of taking a quotation back. */
export interface UndoneQuotation {
  state: PaperState;
  /** Whether it was left in the note: it was edited since, or stands there more than once. */
  left: boolean;
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
  const { db, announce } = context;
  const at = context.now();
  // Told once all of it is stored. And all at one time, by which `undoQuotation` knows it.
  const quiet: LibraryContext = { db, now: () => at, announce() {} };
  const added = await withFailures(() =>
    db.transaction('rw', db.papers, db.entries, db.dismissals, db.searchOutbox, async () => {
      const former = await db.entries.get(paper.id);
      const { entry } = await savePaper(quiet, paper);
      if (entry === null) throw new Failure('not-found', paper.id);
      const block = quotationBlock((await db.papers.get(paper.id)) ?? paper, quotation, at);
      const before = entry.note;
      const isRepeated = before.endsWith(block) && at - (entry.editedAt.note ?? 0) < SAME_CLICK;
      const after = isRepeated ? before : [before.trimEnd(), block].filter(Boolean).join('\n\n');
      const edit = { kind: 'note', base: before, text: after } as const;
      const state = await editEntry(quiet, paper.id, edit);
      const saved = !isSaved(former);
      return { state, before, after, saved, ...(former && { formerSavedAt: former.savedAt }) };
    }),
  );
  announce([paper.id]);
  return added;
}

/**
 * Takes a quotation out of the note again, and leaves whatever else was written there, in one
 * transaction; a quotation that the reader edited stays. A paper that came with it is as it was, in
 * the trash or with no entry, unless the reader wrote anything to it since.
 * @throws Failure `not-found` when no page showed the paper
 */
export async function undoQuotation(
  { db, now, announce }: LibraryContext,
  paperId: PaperId,
  undo: QuotationUndo,
): Promise<UndoneQuotation> {
  const at = now();
  const undone = await withFailures(() =>
    db.transaction('rw', db.papers, db.entries, db.dismissals, db.searchOutbox, async () => {
      const rows = await stateRows(db, paperId);
      if (rows.paper === undefined) throw new Failure('not-found', paperId);
      const entry = rows.entry && entryWithout(rows.entry, undo, at);
      if (entry !== rows.entry) {
        await (entry === undefined ? db.entries.delete(paperId) : db.entries.put(entry));
        await noteForSearch(db, [paperId]);
      }
      const left = entry !== undefined && entry === rows.entry && entry.note !== undo.before;
      return { state: paperState(paperId, { ...rows, entry }, at), left };
    }),
  );
  announce([paperId]);
  return undone;
}

/** The entry without a quotation; undefined when there is to be none. */
function entryWithout(
  entry: Entry,
  { before, after, saved, formerSavedAt }: QuotationUndo,
  at: number,
): Entry | undefined {
  const text = withoutAppended(entry.note, before, after);
  const without = applyEdit(entry, { kind: 'note', base: entry.note, text }, at);
  if (!saved || !isAsQuoted(entry, after)) return without;
  return formerSavedAt === undefined
    ? undefined
    : { ...withRemoved(without, true, at), savedAt: formerSavedAt };
}

/** Whether nothing was written to an entry since a quotation saved it and made its note `note`. */
function isAsQuoted(entry: Entry, note: string): boolean {
  const { savedAt, updatedAt, editedAt } = entry;
  return entry.note === note && updatedAt === savedAt && editedAt.note === savedAt;
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
  return blockquote([...lines.split('\n'), '', source]);
}
