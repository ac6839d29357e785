import { withCodedErrors } from '../db/coded-errors';
import { citationKeyStem, uniqueCitationKey } from '../export/citation-key';
import { withRemoved } from '../papers/edit-entry';
import type { Entry } from '../papers/entry';
import { Failure } from '../papers/failure';
import type { KnownPaper, Paper } from '../papers/paper';
import type { PaperId } from '../papers/paper-id';
import { seenPaper } from '../papers/seen-paper';
import { noteForSearch } from '../search/outbox';
import type { LibraryContext } from './context';
import { paperState, type PaperState } from './paper-state';

/**
 * Puts a paper that a page shows into the library, its facts with it, in one transaction; a removed
 * one comes back with its tags, note and status, as saved now. Saving what is saved changes nothing.
 */
export function savePaper(context: LibraryContext, paper: Paper): Promise<PaperState> {
  return save(context, paper.id, (known, at) => seenPaper(known, paper, at));
}

/**
 * The same for a paper that a page showed before.
 * @throws Failure `not-found` when none ever did
 */
export function saveKnownPaper(context: LibraryContext, paperId: PaperId): Promise<PaperState> {
  return save(context, paperId, (known) => {
    if (known === undefined) throw new Failure('not-found', paperId);
    return known;
  });
}

async function save(
  context: LibraryContext,
  paperId: PaperId,
  factsOf: (known: KnownPaper | undefined, at: number) => KnownPaper,
): Promise<PaperState> {
  const { db, now, announce } = context;
  const at = now();
  const state = await withCodedErrors(() =>
    db.transaction('rw', db.papers, db.entries, db.searchOutbox, async () => {
      const former = await db.papers.get(paperId);
      const paper = factsOf(former, at);
      if (paper !== former) await db.papers.put(paper);
      const entry = await savedEntry(context, paper, at);
      await noteForSearch(db, [paperId]);
      return paperState(paperId, paper, entry, at);
    }),
  );
  announce([paperId]);
  return state;
}

async function savedEntry(context: LibraryContext, paper: Paper, at: number): Promise<Entry> {
  const { entries } = context.db;
  const former = await entries.get(paper.id);
  if (former?.removedAt === 0) return former;
  const entry =
    former === undefined
      ? newEntry(paper, await freeCitationKey(context, paper), at)
      : { ...withRemoved(former, false, at), savedAt: at };
  await entries.put(entry);
  return entry;
}

function newEntry(paper: Paper, citationKey: string, at: number): Entry {
  return {
    paperId: paper.id,
    status: 'to-read',
    tags: [],
    note: '',
    citationKey,
    savedAt: at,
    updatedAt: at,
    removedAt: 0,
    editedAt: {},
  };
}

/** Removed entries keep their keys, since they may come back. */
async function freeCitationKey({ db }: LibraryContext, paper: Paper): Promise<string> {
  const stem = citationKeyStem(paper);
  const taken = new Set(await db.entries.where('citationKey').startsWith(stem).keys());
  return uniqueCitationKey(stem, (key) => taken.has(key));
}
