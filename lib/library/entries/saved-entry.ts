import type { PapershelfDatabase } from '@/lib/db/database';
import { citationKeyStem, uniqueCitationKeys } from '@/lib/export/citation-key';
import { withRemoved } from '@/lib/papers/edit-entry';
import { isSaved, type Entry } from '@/lib/papers/entry';
import type { Paper } from '@/lib/papers/paper';

/**
 * The entry of a paper that is saved at `at` (ms since epoch): the very same object when it is in the
 * library already; a removed one comes back with its tags, note and status, as saved now.
 * @param keyFor gives the citation key of a paper that never had one
 */
export function savedEntry(
  former: Entry | undefined,
  paper: Paper,
  keyFor: (paper: Paper) => string,
  at: number,
): Entry {
  if (former === undefined) return newEntry(paper, keyFor(paper), at);
  return isSaved(former) ? former : { ...withRemoved(former, false, at), savedAt: at };
}

/** The entry of a paper that was never saved, as saved at `at` (ms since epoch). */
export function newEntry(paper: Paper, citationKey: string, at: number): Entry {
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

/**
 * What gives each of these papers a citation key that no entry has, and no other of them. Removed
 * entries keep their keys, since they may come back.
 */
export async function freeCitationKeys(
  { entries }: PapershelfDatabase,
  papers: readonly Paper[],
): Promise<(paper: Paper) => string> {
  const stems = [...new Set(papers.map(citationKeyStem))];
  const inUse = await Promise.all(
    stems.map((stem) => entries.where('citationKey').startsWith(stem).keys()),
  );
  const taken = new Set<unknown>(inUse.flat());
  const keyFrom = uniqueCitationKeys((key) => taken.has(key));
  return (paper) => {
    const key = keyFrom(citationKeyStem(paper));
    taken.add(key);
    return key;
  };
}
