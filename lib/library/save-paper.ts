import { withCodedErrors } from '../db/coded-errors';
import { citationKeyStem, uniqueCitationKey } from '../export/citation-key';
import { withRemoved } from '../papers/edit-entry';
import type { Entry } from '../papers/entry';
import type { Paper } from '../papers/paper';
import type { LibraryContext } from './context';
import { paperState, type PaperState } from './paper-state';
import { seen } from './record-listing';

/**
 * Puts a paper into the library, its facts with it, in one transaction; a removed one comes back
 * with its tags, note and status. Saving what is saved changes nothing.
 */
export async function savePaper(context: LibraryContext, paper: Paper): Promise<PaperState> {
  const { db, now, announce } = context;
  const at = now();
  const state = await withCodedErrors(() =>
    db.transaction('rw', db.papers, db.entries, async () => {
      const known = seen(await db.papers.get(paper.id), paper, at);
      await db.papers.put(known);
      const former = await db.entries.get(paper.id);
      const entry =
        former === undefined
          ? newEntry(paper, await freeCitationKey(context, paper), at)
          : withRemoved(former, false, at);
      if (entry !== former) await db.entries.put(entry);
      return paperState(paper.id, known, entry);
    }),
  );
  announce([paper.id]);
  return state;
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
