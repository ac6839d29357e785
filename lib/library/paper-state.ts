import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import type { Dismissal } from '@/lib/papers/seen-and-dismissed';
import { DAY_MS } from '@/lib/shared/day';
import { isSaved, type Entry } from '@/lib/papers/entry';
import type { KnownPaper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { LibraryContext } from './context';

/** What a card needs to know of its paper. */
export interface PaperState {
  paperId: PaperId;
  /** The entry, removed or not; null when the paper was never saved. */
  entry: Entry | null;
  /** When the reader dismissed it, ms since epoch; 0 when not. */
  dismissedAt: number;
  /** Whether it is saved without its authors, and its site may be asked for them. */
  wantsAuthors: boolean;
}

/** The rows that a state is made of, as far as there are any. */
export interface StateRows {
  paper: KnownPaper | undefined;
  entry: Entry | undefined;
  dismissal: Dismissal | undefined;
}

/** The state of a paper with these rows at `now` (ms since epoch). */
export function paperState(
  paperId: PaperId,
  { paper, entry, dismissal }: StateRows,
  now: number,
): PaperState {
  return {
    paperId,
    entry: entry ?? null,
    dismissedAt: dismissal?.dismissedAt ?? 0,
    wantsAuthors: isSaved(entry) && paper !== undefined && mayAskForAuthors(paper, now),
  };
}

/** Once it has answered never again, and otherwise once a day. */
const ASK_AGAIN_AFTER = DAY_MS;

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
  return withFailures(() =>
    db.transaction('r', db.papers, db.entries, db.dismissals, () => readStates(db, ids, now())),
  );
}

/** The rows of a paper, as part of a transaction over papers, entries and dismissals. */
export async function stateRows(db: PapershelfDatabase, id: PaperId): Promise<StateRows> {
  const [paper, entry, dismissal] = await Promise.all([
    db.papers.get(id),
    db.entries.get(id),
    db.dismissals.get(id),
  ]);
  return { paper, entry, dismissal };
}

/** The states of `ids`, in that order, as part of such a transaction. */
export async function readStates(
  db: PapershelfDatabase,
  ids: readonly PaperId[],
  now: number,
): Promise<PaperState[]> {
  const [entries, dismissals] = await Promise.all([
    db.entries.bulkGet([...ids]),
    db.dismissals.bulkGet([...ids]),
  ]);
  // Papers are big and only those saved are asked about their authors.
  const saved = ids.filter((_, index) => isSaved(entries[index]));
  const papers = new Map((await db.papers.bulkGet(saved)).map((paper) => [paper?.id, paper]));
  return ids.map((id, index) =>
    paperState(
      id,
      { paper: papers.get(id), entry: entries[index], dismissal: dismissals[index] },
      now,
    ),
  );
}
