import { withFailures } from '@/lib/db/to-failure';
import { Failure } from '@/lib/shared/failure';
import type { KnownPaper, Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { mergeReading } from '@/lib/papers/merge-reading';
import { noteForSearch } from '@/lib/search/maintain/outbox';
import type { LibraryContext } from '../context';
import { paperState, stateRows, type PaperState } from '../paper-state';
import { freeCitationKeys, savedEntry } from './saved-entry';

/**
 * Saves a paper and its facts atomically; a removed entry returns with its tags, note and status
 * (`savedEntry`). Idempotent.
 * @param wantedAt time of the click, ms since epoch; dates the save (at most now), to order the
 *   library by clicks
 */
export function savePaper(
  context: LibraryContext,
  paper: Paper,
  wantedAt = context.now(),
): Promise<PaperState> {
  return save(context, paper.id, wantedAt, (known, at) => mergeReading(known, paper, at, at));
}

/**
 * Saves a paper that a page showed before.
 * @throws Failure `not-found` when none did
 */
export function saveKnownPaper(context: LibraryContext, paperId: PaperId): Promise<PaperState> {
  return save(context, paperId, context.now(), (known) => {
    if (known === undefined) throw new Failure('not-found', paperId);
    return known;
  });
}

async function save(
  context: LibraryContext,
  paperId: PaperId,
  wantedAt: number,
  factsOf: (known: KnownPaper | undefined, at: number) => KnownPaper,
): Promise<PaperState> {
  const { db, now, announce } = context;
  const at = Math.min(wantedAt, now());
  const state = await withFailures(() =>
    db.transaction('rw', db.papers, db.entries, db.dismissals, db.searchOutbox, async () => {
      const { paper: known, entry: former, dismissal } = await stateRows(db, paperId);
      const paper = factsOf(known, at);
      if (paper !== known) await db.papers.put(paper);
      const keyFor = await freeCitationKeys(db, former === undefined ? [paper] : []);
      const entry = savedEntry(former, paper, keyFor, at);
      if (entry !== former) await db.entries.put(entry);
      await noteForSearch(db, [paperId]);
      return paperState(paperId, { paper, entry, dismissal }, at);
    }),
  );
  announce([paperId]);
  return state;
}
