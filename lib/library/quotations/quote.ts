import { withFailures } from '@/lib/db/to-failure';
import { blockquote, escapeMarkdown, markdownLink } from '@/lib/export/markdown-text';
import { localDayOf } from '@/lib/shared/local-day';
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

/** Selected on a page. */
export interface Quotation {
  text: string;
  url: string;
}

/** Input for `undoQuotation`. */
export interface QuotationUndo {
  /** Note before and after; equal when a repeated click added nothing. */
  before: string;
  after: string;
  /** The quotation saved the paper. */
  saved: boolean;
  /** Earlier save, ms since epoch; absent for never. */
  formerSavedAt?: number;
}

export interface AddedQuotation extends QuotationUndo {
  state: PaperState;
}

export interface UndoneQuotation {
  state: PaperState;
  /** Whether it remains in the note, edited or repeated. */
  left: boolean;
}

/** A repetition within this time is the same click, ms. */
const SAME_CLICK = 5000;

/**
 * Appends a quotation and its source to a paper's note atomically, saving the paper if needed.
 * Escapes Markdown.
 * @throws Failure `malformed` when the text is empty
 */
export async function addQuotation(
  context: LibraryContext,
  paper: Paper,
  quotation: Quotation,
): Promise<AddedQuotation> {
  const { db, announce } = context;
  const at = context.now();
  // One time for all writes lets `undoQuotation` detect later edits. Announced after the commit.
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
 * Removes a quotation from the note atomically, unless edited. A paper that it saved returns to its
 * former state (trash, or no entry) unless edited since.
 * @throws Failure `not-found` when the paper is unknown
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

/** Undefined deletes the entry. */
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

/** Unchanged since the quotation that saved it. */
function isAsQuoted(entry: Entry, note: string): boolean {
  const { savedAt, updatedAt, editedAt } = entry;
  return entry.note === note && updatedAt === savedAt && editedAt.note === savedAt;
}

/** Markdown quote with the page and local day. */
function quotationBlock(paper: Paper, { text, url }: Quotation, at: number): string {
  const lines = text
    .split(/\r\n?|\n/)
    .map(escapeMarkdown)
    .join('\n')
    .trim()
    .replaceAll(/\n{2,}/g, '\n\n');
  if (lines === '') throw new Failure('malformed', 'nothing is selected');
  const source = `— ${markdownLink(escapeMarkdown(titleOf(paper)), url)}, ${localDayOf(at)}`;
  return blockquote([...lines.split('\n'), '', source]);
}
