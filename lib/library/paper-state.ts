import { withFailures } from '@/lib/db/to-failure';
import type { PapershelfDatabase } from '@/lib/db/database';
import type { Dismissal } from '@/lib/papers/seen-and-dismissed';
import { isAhead } from '@/lib/shared/clock';
import { DAY_MS } from '@/lib/shared/day';
import { isSaved, type Entry } from '@/lib/papers/entry';
import type { KnownPaper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { soundEntry, soundPaper } from '@/lib/papers/sound-rows';
import type { LibraryContext } from './context';

export interface PaperState {
  paperId: PaperId;
  /** Also removed; null when never saved. */
  entry: Entry | null;
  /** ms since epoch; 0 when not dismissed. */
  dismissedAt: number;
  /** Saved without authors, and the site may be asked. */
  wantsAuthors: boolean;
}

export interface StateRows {
  paper: KnownPaper | undefined;
  entry: Entry | undefined;
  dismissal: Dismissal | undefined;
}

/** A paper's state at `now` (ms since epoch). */
export function paperState(
  paperId: PaperId,
  { paper, entry, dismissal }: StateRows,
  now: number,
): PaperState {
  return {
    paperId,
    entry: entry ? soundEntry(paperId, entry) : null,
    dismissedAt: dismissal?.dismissedAt ?? 0,
    wantsAuthors:
      isSaved(entry) && paper !== undefined && mayAskForAuthors(soundPaper(paperId, paper), now),
  };
}

/** Once a day until the site has answered. */
const ASK_AGAIN_AFTER = DAY_MS;

/** Whether the authors are unknown and the site may be asked at `now` (ms since epoch). */
export function mayAskForAuthors({ authors, completion }: KnownPaper, now: number): boolean {
  if (authors !== undefined || completion?.answered === true) return false;
  if (completion === undefined || isAhead(completion.askedAt, now)) return true;
  return now - completion.askedAt >= ASK_AGAIN_AFTER;
}

/** States of `ids`, in that order. */
export function paperStates(
  { db, now }: LibraryContext,
  ids: readonly PaperId[],
): Promise<PaperState[]> {
  return withFailures(() =>
    db.transaction('r', db.papers, db.entries, db.dismissals, () => readStates(db, ids, now())),
  );
}

/** A paper's rows. Needs a transaction over papers, entries and dismissals. */
export async function stateRows(db: PapershelfDatabase, id: PaperId): Promise<StateRows> {
  const [paper, entry, dismissal] = await Promise.all([
    db.papers.get(id),
    db.entries.get(id),
    db.dismissals.get(id),
  ]);
  return { paper, entry, dismissal };
}

/** States of `ids`, in that order. Needs the same transaction. */
export async function readStates(
  db: PapershelfDatabase,
  ids: readonly PaperId[],
  now: number,
): Promise<PaperState[]> {
  const [entries, dismissals] = await Promise.all([
    db.entries.bulkGet([...ids]),
    db.dismissals.bulkGet([...ids]),
  ]);
  // Only saved papers: rows are big, and others need no authors.
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
