import type { PapershelfDatabase } from '@/lib/db/database';
import { citationKeyStem, uniqueCitationKeys } from '@/lib/export/citation-key';
import { withRemoved } from '@/lib/papers/edit-entry';
import { isSaved, NEW_FIELDS, type Entry } from '@/lib/papers/entry';
import type { Paper } from '@/lib/papers/paper';

/**
 * The entry after a save at `at` (ms since epoch): the same object if already saved; a removed one
 * returns with its tags, note and status, as saved now.
 * @param keyFor citation key of a new entry
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

/** Entry of a first save at `at` (ms since epoch). */
export function newEntry(paper: Paper, citationKey: string, at: number): Entry {
  return {
    paperId: paper.id,
    ...NEW_FIELDS,
    citationKey,
    savedAt: at,
    updatedAt: at,
    removedAt: 0,
    editedAt: {},
  };
}

/**
 * Returns a function that gives papers unique citation keys. Removed entries keep theirs, as they
 * may return.
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

/** Deleted entries to put back, with another citation key where theirs is taken. */
export async function withFreeKeys(
  { entries }: PapershelfDatabase,
  returning: readonly Entry[],
): Promise<Entry[]> {
  const keys = returning.map(({ citationKey }) => citationKey);
  // Those of damaged rows may not be strings.
  const texts = keys.filter((key) => typeof key === 'string');
  const inUse = new Set<unknown>(await entries.where('citationKey').anyOf(texts).keys());
  if (inUse.size === 0) return [...returning];
  const similar = await Promise.all(
    [...inUse].map((key) => entries.where('citationKey').startsWith(String(key)).keys()),
  );
  const taken = new Set<unknown>([...similar.flat(), ...keys]);
  const keyFrom = uniqueCitationKeys((key) => taken.has(key));
  return returning.map((entry) => {
    if (!inUse.has(entry.citationKey)) return entry;
    const citationKey = keyFrom(entry.citationKey);
    taken.add(citationKey);
    return { ...entry, citationKey };
  });
}
