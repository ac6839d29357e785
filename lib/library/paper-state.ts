import { withCodedErrors } from '../db/coded-errors';
import { isSaved, type Entry } from '../papers/entry';
import type { KnownPaper } from '../papers/paper';
import type { PaperId } from '../papers/paper-id';
import type { LibraryContext } from './context';

/** What a card needs to know of its paper. */
export interface PaperState {
  paperId: PaperId;
  /** The entry, removed or not; null when the paper was never saved. */
  entry: Entry | null;
  /** Whether it is saved without its authors, and its site may be asked for them. */
  wantsAuthors: boolean;
}

/** The state of a paper with these rows. */
export function paperState(
  paperId: PaperId,
  paper: KnownPaper | undefined,
  entry: Entry | undefined,
  now: number,
): PaperState {
  const wantsAuthors = isSaved(entry) && paper !== undefined && mayAskForAuthors(paper, now);
  return { paperId, entry: entry ?? null, wantsAuthors };
}

/** Once it has answered never again, and otherwise once a day. */
const ASK_AGAIN_AFTER = 24 * 60 * 60 * 1000;

/** Whether the authors of `paper` are unknown and its site may be asked for them at `now`. */
export function mayAskForAuthors({ authors, completion }: KnownPaper, now: number): boolean {
  if (authors !== undefined || completion?.answered === true) return false;
  return completion === undefined || now - completion.askedAt >= ASK_AGAIN_AFTER;
}

/** The states of `ids`, in that order. */
export function paperStates(
  { db, now }: LibraryContext,
  ids: readonly PaperId[],
): Promise<PaperState[]> {
  return withCodedErrors(() =>
    db.transaction('r', db.papers, db.entries, async () => {
      const entries = await db.entries.bulkGet([...ids]);
      // Papers are big and only those saved are asked about their authors.
      const saved = ids.filter((_, index) => isSaved(entries[index]));
      const papers = new Map((await db.papers.bulkGet(saved)).map((paper) => [paper?.id, paper]));
      return ids.map((id, index) => paperState(id, papers.get(id), entries[index], now()));
    }),
  );
}
