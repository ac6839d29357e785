import type { Mark } from './found';
import { matchFilter } from './match-filter';
import { add, intersect, unite } from './arrays';
import { addMatches, countMatches, type Matches } from './matches';
import { matchPhrase } from './match-phrase';
import { matchWord } from './match-word';
import { joinedWords, nearWords } from './near-words';
import type { PhrasePlan, Plan, WordPlan } from './plan';
import type { Snapshot } from './snapshot';
import { LIKE_IT, NEIGHBOURS_IN_TITLE } from './weights';

/** A word that fewer papers have than this is taken for a typo, if there are words like it. */
const RARE = 3;

/** What a plan finds in a snapshot. */
export interface Evaluation {
  /** For each document 1 when the plan finds it (whether it is live or not), else 0. */
  set: Uint8Array;
  /** For each document what its words and phrases scored; undefined when none were asked for. */
  scores: Float32Array | undefined;
  /** Of a single word; see `Matches`. */
  titleAt: Uint8Array | undefined;
  marks: readonly Mark[];
}

/** @throws IndexDamaged, and the signal's reason when it aborted */
export async function evaluate(
  snapshot: Snapshot,
  plan: Plan,
  signal?: AbortSignal,
): Promise<Evaluation> {
  signal?.throwIfAborted();
  switch (plan.kind) {
    case 'all':
      return allOf(snapshot, await evaluateEach(snapshot, plan.of, signal));
    case 'any':
      return anyOf(snapshot, await evaluateEach(snapshot, plan.of, signal));
    case 'not': {
      const { set } = await evaluate(snapshot, plan.plan, signal);
      return filtering(set.map((one) => 1 - one));
    }
    case 'word':
      return evaluateWord(snapshot, plan, signal);
    case 'phrase':
      return scoring(await matchPhrase(snapshot, plan), plan.inAuthors ? [] : [phraseMark(plan)]);
    case 'filter':
      return filtering(await matchFilter(snapshot, plan.filter));
  }
}

/** @throws IndexDamaged, and the signal's reason when it aborted */
export function evaluateEach(
  snapshot: Snapshot,
  plans: readonly Plan[],
  signal?: AbortSignal,
): Promise<Evaluation[]> {
  return Promise.all(plans.map((plan) => evaluate(snapshot, plan, signal)));
}

/** What all of them find; everything, when there are none. */
export function allOf({ documents }: Snapshot, parts: readonly Evaluation[]): Evaluation {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const set = new Uint8Array(documents).fill(1);
  for (const part of parts) intersect(set, part.set);
  const scores = sumOfScores(documents, parts);
  if (scores !== undefined) rewardNeighbours(scores, parts);
  return { set, scores, titleAt: undefined, marks: parts.flatMap(({ marks }) => marks) };
}

function anyOf({ documents }: Snapshot, parts: readonly Evaluation[]): Evaluation {
  const set = new Uint8Array(documents);
  for (const part of parts) unite(set, part.set);
  const scores = sumOfScores(documents, parts);
  return { set, scores, titleAt: undefined, marks: parts.flatMap(({ marks }) => marks) };
}

function sumOfScores(documents: number, parts: readonly Evaluation[]): Float32Array | undefined {
  const all = parts.flatMap(({ scores }) => scores ?? []);
  if (all.length === 0) return undefined;
  const sum = new Float32Array(documents);
  for (const scores of all) add(sum, scores);
  return sum;
}

/** Words that follow each other in the query and in a title. */
function rewardNeighbours(scores: Float32Array, parts: readonly Evaluation[]): void {
  for (const [index, { titleAt }] of parts.entries()) {
    const next = parts[index + 1]?.titleAt;
    if (titleAt === undefined || next === undefined) continue;
    for (let at = 0; at < scores.length; at += 1) {
      const place = titleAt[at] ?? 0;
      const follows = place > 0 && next[at] === place + 1;
      if (follows) scores[at] = (scores[at] ?? 0) + NEIGHBOURS_IN_TITLE;
    }
  }
}

async function evaluateWord(
  snapshot: Snapshot,
  plan: WordPlan,
  signal: AbortSignal | undefined,
): Promise<Evaluation> {
  const { word, prefix, lenient } = plan;
  const matches = await matchWord(snapshot, word, { prefix });
  const marks: Mark[] = [prefix ? { kind: 'prefix', word } : wordMark(word)];
  if (!lenient || countMatches(snapshot, matches) >= RARE) return scoring(matches, marks);
  for (const like of await nearWords(snapshot, word)) {
    signal?.throwIfAborted();
    addMatches(matches, await matchWord(snapshot, like, { prefix: false, factor: LIKE_IT }));
    marks.push(wordMark(like));
  }
  for (const words of await joinedWords(snapshot, word)) {
    const phrase = { kind: 'phrase', words, prefix: false, inAuthors: false } as const;
    addMatches(matches, await matchPhrase(snapshot, phrase));
    marks.push(phraseMark(phrase));
  }
  return scoring(matches, marks);
}

function wordMark(word: string): Mark {
  return { kind: 'phrase', words: [word], prefix: false };
}

function phraseMark({ words, prefix }: PhrasePlan): Mark {
  return { kind: 'phrase', words, prefix };
}

function scoring({ scores, titleAt }: Matches, marks: readonly Mark[]): Evaluation {
  return { set: Uint8Array.from(scores, (score) => (score > 0 ? 1 : 0)), scores, titleAt, marks };
}

function filtering(set: Uint8Array): Evaluation {
  return { set, scores: undefined, titleAt: undefined, marks: [] };
}
