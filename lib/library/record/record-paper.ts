import { withFailures } from '@/lib/db/to-failure';
import type { Paper } from '@/lib/papers/paper';
import type { Rise } from '@/lib/papers/rise';
import { mergeReading } from '@/lib/papers/merge-reading';
import { differsForSearch, noteForSearch } from '@/lib/search/maintain/outbox';
import type { LibraryContext } from '../context';
import { riseSinceLastVisit } from '../history/history';
import { paperState, stateRows, type PaperState } from '../paper-state';
import { recordCounts } from './record-counts';
import { addSeen } from '../seen/seen';

export interface RecordedPaper {
  state: PaperState;
  /** Notable rise since the last visit. */
  rise: Rise | null;
}

/** Also records its counts (`recordCounts`). */
export async function recordPaperPage(
  context: LibraryContext,
  shown: Paper,
): Promise<RecordedPaper> {
  const rise = await riseSinceLastVisit(context, shown);
  await recordCounts(context, shown);
  return { state: await recordPaper(context, shown), rise };
}

/** Records a paper's own page and marks the paper as seen, atomically. Writes no entry. */
export async function recordPaper(
  { db, now, announce }: LibraryContext,
  shown: Paper,
): Promise<PaperState> {
  const at = now();
  const { id } = shown;
  const tables = [db.papers, db.entries, db.dismissals, db.seen, db.searchOutbox];
  const { state, isFoundOtherwise } = await withFailures(() =>
    db.transaction('rw', tables, async () => {
      const { paper: known, entry, dismissal } = await stateRows(db, id);
      const paper = mergeReading(known, shown, at, at);
      await db.papers.put(paper);
      await addSeen(db, [id], at);
      const isFoundOtherwise =
        entry !== undefined && known !== undefined && differsForSearch(known, paper);
      if (isFoundOtherwise) await noteForSearch(db, [id]);
      return { state: paperState(id, { paper, entry, dismissal }, at), isFoundOtherwise };
    }),
  );
  if (isFoundOtherwise) announce([id]);
  return state;
}
