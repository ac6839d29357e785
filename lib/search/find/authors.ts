import { readableRows } from '@/lib/db/read-rows';
import type { PapershelfDatabase } from '@/lib/db/database';
import type { PaperId } from '@/lib/papers/paper-id';
import { soundPaper } from '@/lib/papers/sound-rows';
import { matchPhrase } from './match-phrase';
import { readIndex } from './read-index';
import type { Snapshot } from './snapshot';
import { tokensOf } from '../format/tokens';
import { allIds, newestFirst } from './whole-columns';

const PAPERS = 200;

/**
 * Author names with a word that starts with `prefix` (of several, the last may be cut), most papers
 * first; from the 200 newest matches.
 */
export async function authorsStartingWith(
  db: PapershelfDatabase,
  prefix: string,
  limit: number,
): Promise<string[]> {
  const words = tokensOf(prefix).map(({ word }) => word);
  const found = await readIndex(db, async (snapshot) => {
    const [ids, documents] = [await allIds(snapshot), await papersBy(snapshot, words)];
    return Array.from(documents, (document): PaperId => ids[document] ?? 'none:none');
  });
  const papers = await readableRows(db.papers, found);
  const counts = new Map<string, number>();
  for (const name of papers.flatMap((paper) =>
    paper ? (soundPaper(paper.id, paper).authors ?? []) : [],
  )) {
    if (holds(name, words)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([name]) => name);
}

async function papersBy(snapshot: Snapshot, words: readonly string[]): Promise<Uint32Array> {
  const newest = (await newestFirst(snapshot)).filter((at) => snapshot.live[at] === 1);
  if (words.length === 0) return newest.slice(0, PAPERS);
  const plan = { words, prefix: true, field: 'authors' } as const;
  const { scores } = await matchPhrase(snapshot, plan);
  return newest.filter((document) => (scores[document] ?? 0) > 0).slice(0, PAPERS);
}

function holds(name: string, words: readonly string[]): boolean {
  const found = tokensOf(name).map(({ word }) => word);
  const last = words.length - 1;
  return (
    last < 0 ||
    found.some((_, start) =>
      words.every((word, index) =>
        index === last ? found[start + index]?.startsWith(word) : found[start + index] === word,
      ),
    )
  );
}
