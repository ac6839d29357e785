import type { Mark } from '../found';
import { matchFilter } from './match-filter';
import { add, intersect, unite } from './arrays';
import { addMatches, countMatches, type Matches } from './matches';
import { matchPhrase } from './match-phrase';
import { matchWord } from './match-word';
import { joinedWords, nearWords } from './near-words';
import type { PhrasePlan, Plan, WordPlan } from './plan';
import type { Snapshot } from './snapshot';
import { LIKE_IT, NEIGHBOURS_IN_TITLE } from './weights';
import { allIds } from './whole-columns';

/** A word in fewer papers is treated as a typo, if similar words exist. */
const RARE = 3;

/** The result of a plan. */
export interface Evaluation {
  /** 1 for each matching document (live or not), else 0. */
  set: Uint8Array;
  /** Each document's score; undefined without words and phrases. */
  scores: Float32Array | undefined;
  /** Only for a single word; see `Matches`. */
  titleAt: Uint8Array | undefined;
  marks: readonly Mark[];
}

/** @throws IndexDamaged, and the signal's reason */
async function evaluate(snapshot: Snapshot, plan: Plan, signal?: AbortSignal): Promise<Evaluation> {
  signal?.throwIfAborted();
  switch (plan.kind) {
    case 'all':
      return evaluateAll(snapshot, plan.of, signal);
    case 'any':
      return evaluateAny(snapshot, plan.of, signal);
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
    case 'ids':
      return filtering(Uint8Array.from(await allIds(snapshot), (id) => (plan.ids.has(id) ? 1 : 0)));
  }
}

/**
 * Documents matching all plans; without plans, all. Sequential, so that long queries need no more
 * memory.
 * @throws IndexDamaged, and the signal's reason
 */
export async function evaluateAll(
  snapshot: Snapshot,
  plans: readonly Plan[],
  signal?: AbortSignal,
): Promise<Evaluation> {
  const set = new Uint8Array(snapshot.documents).fill(1);
  return evaluateInto(set, intersect, snapshot, plans, signal);
}

function evaluateAny(
  snapshot: Snapshot,
  plans: readonly Plan[],
  signal: AbortSignal | undefined,
): Promise<Evaluation> {
  return evaluateInto(new Uint8Array(snapshot.documents), unite, snapshot, plans, signal);
}

async function evaluateInto(
  set: Uint8Array,
  join: typeof intersect | typeof unite,
  snapshot: Snapshot,
  plans: readonly Plan[],
  signal: AbortSignal | undefined,
): Promise<Evaluation> {
  let scores: Float32Array | undefined;
  let titleAt: Uint8Array | undefined;
  const marks: Mark[] = [];
  for (const plan of plans) {
    const next = await evaluate(snapshot, plan, signal);
    join(set, next.set);
    scores = sumOf(scores, next.scores);
    if (join === intersect) rewardNeighbours(scores, titleAt, next.titleAt);
    titleAt = next.titleAt;
    marks.push(...next.marks);
  }
  return { set, scores, titleAt: plans.length === 1 ? titleAt : undefined, marks };
}

/** Adds in place. */
function sumOf(
  sums: Float32Array | undefined,
  more: Float32Array | undefined,
): Float32Array | undefined {
  if (sums === undefined || more === undefined) return sums ?? more;
  add(sums, more);
  return sums;
}

/** Raises titles in which two consecutive query words are adjacent. */
function rewardNeighbours(
  scores: Float32Array | undefined,
  former: Uint8Array | undefined,
  next: Uint8Array | undefined,
): void {
  if (scores === undefined || former === undefined || next === undefined) return;
  for (let at = 0; at < scores.length; at += 1) {
    const place = former[at] ?? 0;
    const follows = place > 0 && next[at] === place + 1;
    if (follows) scores[at] = (scores[at] ?? 0) + NEIGHBOURS_IN_TITLE;
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
  const set = new Uint8Array(scores.length);
  for (let at = 0; at < set.length; at += 1) if ((scores[at] ?? 0) > 0) set[at] = 1;
  return { set, scores, titleAt, marks };
}

function filtering(set: Uint8Array): Evaluation {
  return { set, scores: undefined, titleAt: undefined, marks: [] };
}
