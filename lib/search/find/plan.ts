import type { Condition, Filter } from '@/lib/query/query';
import type { PaperId } from '@/lib/papers/paper-id';
import type { AskedField } from '../format/document';
import { isPaired, tokensOf } from '../format/tokens';
import type { Spelling } from './spellings';

/** Tokenized like the index. */
export type Plan =
  | { kind: 'all' | 'any'; of: Plan[] }
  | { kind: 'not'; plan: Plan }
  | WordPlan
  | PhrasePlan
  | { kind: 'filter'; filter: ColumnFilter }
  | { kind: 'ids'; ids: ReadonlySet<PaperId> };

export interface WordPlan {
  kind: 'word';
  word: string;
  field: AskedField;
  /** Matches longer words. */
  prefix: boolean;
  /** Matches similar words if rare. */
  lenient: boolean;
  /** Unquoted: matches other spellings. */
  spelled: boolean;
  /** Also matches: written together with a neighbour. */
  also?: readonly Spelling[];
}

export interface PhrasePlan {
  kind: 'phrase';
  words: readonly string[];
  /** The last word may be longer. */
  prefix: boolean;
  field: AskedField;
  /** Unquoted hyphenated words: match other spellings. */
  spelled: boolean;
  /** As for words. */
  also?: readonly Spelling[];
}

/** Answered by columns, not postings. */
export type ColumnFilter = Exclude<Filter, { kind: 'author' }>;

/** Prefixes up to this length match too much, unless still being typed. */
const SHORT = 2;
// East Asian scripts begin at U+1100; there, one or two letters are a word.
const EAST_ASIAN = /[\u1100-\uffff]/;
const LETTERS = /^\p{L}+$/u;

/** The plan for a condition, ignoring text without a letter or digit (`-`, `:)`). */
export function planOf(condition: Condition): Plan {
  const lastWord = wordsOf(condition).at(-1);
  return planWithin(condition, lastWord, true) ?? { kind: 'all', of: [] };
}

function planWithin(
  condition: Condition,
  lastWord: Condition | undefined,
  isWanted: boolean,
): Plan | undefined {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const of = condition.of.flatMap((one) => planWithin(one, lastWord, isWanted) ?? []);
      return of.length === 0 && condition.of.length > 0 ? undefined : { kind: condition.kind, of };
    }
    case 'not': {
      const plan = planWithin(condition.condition, lastWord, false);
      return plan && { kind: 'not', plan };
    }
    case 'word':
      return wordPlan(condition, condition === lastWord, isWanted);
    case 'phrase':
      return phrasePlan(condition.text, false, condition.field);
    case 'author':
      return phrasePlan(condition.name, true, 'authors');
    default:
      return { kind: 'filter', filter: condition };
  }
}

function wordPlan(
  { text, field }: Condition & { kind: 'word' },
  isLast: boolean,
  isWanted: boolean,
): Plan | undefined {
  const plan = phrasePlan(text, true, field);
  if (plan?.kind === 'phrase') return { ...plan, spelled: true };
  if (plan === undefined || !plan.prefix) return plan && { ...plan, spelled: true };
  const isShort = [...plan.word].length <= SHORT && !EAST_ASIAN.test(plan.word);
  return {
    ...plan,
    prefix: isLast || !isShort,
    spelled: true,
    lenient: isWanted && LETTERS.test(plan.word) && !EAST_ASIAN.test(plan.word),
  };
}

/** The words in a row, if any. */
function phrasePlan(
  text: string,
  isCut: boolean,
  field: AskedField,
): WordPlan | PhrasePlan | undefined {
  const tokens = tokensOf(text);
  const [last, former] = [tokens.at(-1), tokens.at(-2)];
  if (last === undefined) return undefined;
  let prefix = isCut;
  if (isPaired(last.word)) {
    // A lone character is a prefix of pairs; one ending the previous pair is redundant.
    prefix = last.start >= (former?.end ?? 0);
    if (!prefix) tokens.pop();
  }
  const words = tokens.map((token) => token.word);
  const [only = ''] = words;
  // A prefix of an author's name corrects no typos, like a phrase.
  return words.length > 1 || field === 'authors'
    ? { kind: 'phrase', words, prefix, field, spelled: false }
    : { kind: 'word', word: only, prefix, field, lenient: false, spelled: false };
}

function wordsOf(condition: Condition): Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(wordsOf);
    case 'not':
      return wordsOf(condition.condition);
    case 'word':
      return [condition];
    default:
      return [];
  }
}
