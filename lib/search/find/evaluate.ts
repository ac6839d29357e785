import type { AskedField } from '../format/document';
import type { Mark, WordMark } from '../found';
import { matchFilter } from './match-filter';
import { add, intersect, unite } from './arrays';
import { addMatches, countMatches, type Matches } from './matches';
import { matchPhrase } from './match-phrase';
import { matchWord, termsIn } from './match-word';
import { nearWords } from './near-words';
import type { PhrasePlan, Plan, WordPlan } from './plan';
import type { Snapshot } from './snapshot';
import { apart, isOneWord, joined, spellingsOf, type Spelling } from './spellings';
import { LIKE_IT, NEIGHBOURS_IN_TITLE } from './weights';
import { allIds } from './whole-columns';

/** Below this number of papers, similar words match too, if any. */
const RARE = 3;

export interface Evaluation {
  /** 1 for each match, live or not, else 0. */
  set: Uint8Array;
  /** By document; undefined without words and phrases. */
  scores: Float32Array | undefined;
  /** Only for a single word; see `Matches`. */
  titleAt: Uint8Array | undefined;
  marks: readonly Mark[];
}

async function evaluate(snapshot: Snapshot, plan: Plan, signal?: AbortSignal): Promise<Evaluation> {
  signal?.throwIfAborted();
  switch (plan.kind) {
    case 'all':
      return evaluateAll(snapshot, await withJoinedWords(snapshot, plan.of, signal), signal);
    case 'any':
      return evaluateAny(snapshot, plan.of, signal);
    case 'not': {
      const { set } = await evaluate(snapshot, plan.plan, signal);
      return filtering(set.map((one) => 1 - one));
    }
    case 'word':
      return evaluateWord(snapshot, plan, signal);
    case 'phrase':
      return plan.spelled
        ? evaluateSpellings(snapshot, plan)
        : scoring(await matchPhrase(snapshot, plan), marksOf(plan.field, phraseMark(plan)));
    case 'filter':
      return filtering(await matchFilter(snapshot, plan.filter));
    case 'ids':
      return filtering(Uint8Array.from(await allIds(snapshot), (id) => (plan.ids.has(id) ? 1 : 0)));
  }
}

/**
 * Documents matching all plans; without plans, all. Sequential, to limit memory.
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

/** In place. */
function sumOf(
  sums: Float32Array | undefined,
  more: Float32Array | undefined,
): Float32Array | undefined {
  if (sums === undefined || more === undefined) return sums ?? more;
  add(sums, more);
  return sums;
}

/** Raises titles with two consecutive query words adjacent. */
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
  const { word, prefix, field, lenient } = plan;
  const matches = await matchWord(snapshot, word, { prefix, field });
  const marks = marksOf(field, prefix ? { kind: 'prefix', word } : wordMark(word));
  if (plan.spelled) await addSpellings(snapshot, apart(plan), field, matches, marks);
  await addSpellings(snapshot, plan.also ?? [], field, matches, marks);
  if (!lenient || countMatches(snapshot, matches) >= RARE) return scoring(matches, marks);
  for (const like of await nearWords(snapshot, word)) {
    signal?.throwIfAborted();
    addMatches(matches, await matchWord(snapshot, like, { prefix: false, field, factor: LIKE_IT }));
    marks.push(...marksOf(field, wordMark(like)));
  }
  return scoring(matches, marks);
}

async function evaluateSpellings(snapshot: Snapshot, plan: PhrasePlan): Promise<Evaluation> {
  const matches = noMatches(snapshot);
  const marks = marksOf(plan.field, phraseMark(plan));
  const spellings = [...spellingsOf(plan), ...(plan.also ?? [])];
  await addSpellings(snapshot, spellings, plan.field, matches, marks);
  return scoring(matches, marks);
}

async function addSpellings(
  snapshot: Snapshot,
  spellings: readonly Spelling[],
  field: AskedField,
  matches: Matches,
  marks: Mark[],
): Promise<void> {
  for (const spelling of spellings) {
    const found = await matchSpelling(snapshot, spelling, field);
    if (found === undefined || countMatches(snapshot, found) === 0) continue;
    addMatches(matches, found);
    const [only = ''] = spelling.words;
    const isPrefix = spelling.words.length === 1 && spelling.prefix;
    const all: WordMark = isPrefix ? { kind: 'prefix', word: only } : phraseMark(spelling);
    for (const mark of marksOf(field, all)) {
      if (!marks.some((known) => isSameMark(known, mark))) marks.push(mark);
    }
  }
}

/** Undefined, quickly, if no part has all words. */
async function matchSpelling(
  snapshot: Snapshot,
  { words, prefix }: Spelling,
  field: AskedField,
): Promise<Matches | undefined> {
  const known = await Promise.all(
    snapshot.parts.map(async (part) => {
      for (const [index, word] of words.entries()) {
        const isLast = index === words.length - 1;
        if ((await termsIn(part, word, prefix && isLast)).length === 0) return false;
      }
      return true;
    }),
  );
  if (!known.includes(true)) return undefined;
  const [only = ''] = words;
  return words.length === 1
    ? matchWord(snapshot, only, { prefix, field })
    : matchPhrase(snapshot, { words, prefix, field });
}

/**
 * The plans of an `all`. Neighbours also match written together, or only so if usually one word.
 */
export async function withJoinedWords(
  snapshot: Snapshot,
  plans: readonly Plan[],
  signal: AbortSignal | undefined,
): Promise<Plan[]> {
  const all: Plan[] = [];
  for (const plan of plans) {
    const former = all.at(-1);
    const areSpelled = isSpelled(former) && isSpelled(plan);
    const pair = areSpelled ? joined(former, plan) : undefined;
    const together = pair && (await countSpellings(snapshot, pair.together, pair.plan.field));
    signal?.throwIfAborted();
    if (!areSpelled || pair === undefined || !together) {
      all.push(plan);
    } else if (
      isOneWord(pair, together, await countSpellings(snapshot, pair.apart, pair.plan.field))
    ) {
      all[all.length - 1] = pair.plan;
    } else {
      all[all.length - 1] = { ...former, also: [...(former.also ?? []), ...pair.together] };
      all.push({ ...plan, also: pair.together });
    }
  }
  return all;
}

function isSpelled(plan: Plan | undefined): plan is WordPlan | PhrasePlan {
  return (plan?.kind === 'word' || plan?.kind === 'phrase') && plan.spelled;
}

async function countSpellings(
  snapshot: Snapshot,
  spellings: readonly Spelling[],
  field: AskedField,
): Promise<number> {
  const matches = noMatches(snapshot);
  for (const spelling of spellings) {
    const found = await matchSpelling(snapshot, spelling, field);
    if (found !== undefined) addMatches(matches, found);
  }
  return countMatches(snapshot, matches);
}

function noMatches({ documents }: Snapshot): Matches {
  return { scores: new Float32Array(documents), titleAt: undefined };
}

function isSameMark(one: Mark, other: Mark): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** None in authors, whose marks are those of the filter. */
function marksOf(field: AskedField, mark: WordMark): Mark[] {
  if (field === 'authors') return [];
  return [field === undefined ? mark : { ...mark, field }];
}

function wordMark(word: string): WordMark {
  return { kind: 'phrase', words: [word], prefix: false };
}

function phraseMark({ words, prefix }: Spelling): WordMark {
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
