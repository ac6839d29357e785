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
  /** Whether it is saved without its authors, and nobody asked for them yet. */
  wantsAuthors: boolean;
}

/** The state of a paper with these rows. */
export function paperState(
  paperId: PaperId,
  paper: KnownPaper | undefined,
  entry: Entry | undefined,
): PaperState {
  const wantsAuthors =
    isSaved(entry) && paper?.authors === undefined && paper?.completedAt === undefined;
  return { paperId, entry: entry ?? null, wantsAuthors };
}

/** The states of `ids`, in that order. */
export function paperStates(
  { db }: LibraryContext,
  ids: readonly PaperId[],
): Promise<PaperState[]> {
  return withCodedErrors(() =>
    db.transaction('r', db.papers, db.entries, async () => {
      const entries = await db.entries.bulkGet([...ids]);
      // Papers are big and only those saved are asked about their authors.
      const saved = ids.filter((_, index) => isSaved(entries[index]));
      const papers = new Map((await db.papers.bulkGet(saved)).map((paper) => [paper?.id, paper]));
      return ids.map((id, index) => paperState(id, papers.get(id), entries[index]));
    }),
  );
}
