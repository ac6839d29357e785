import type { PhrasePlan, WordPlan } from './plan';

/**
 * Spellings of one word: together, hyphenated, or apart (`gpt4`, `GPT-4`, `gpt 4`). Each finds the
 * others:
 *
 * - A word also matches two words in a row that give it when joined, the second of more than one
 *   letter. It may be longer if the word may, and it begins with a digit or has three letters.
 * - Hyphenated words also match with some of them joined.
 * - Words apart are joined where the library has them joined, and not far more often apart
 *   (`isOneWord`); else each matches on its own, or both joined.
 */

/** Splitting here finds other words: `along` is not "a long". */
const NO_PARTS: ReadonlySet<string> = new Set(
  (
    'a i s al an am as at et be by do go he if in is it me my no of on or so to up us we all and any ' +
    'are but can for had has her him his how its may new nor not now off one our out own per she ' +
    'the too two via was who why with you then than that this when what each from into some such ' +
    'more most only over very'
  ).split(' '),
);

/** Parts beside a word of three letters: `tradeoff`, `overfitting`, `twostage`. */
const PARTICLES: ReadonlySet<string> = new Set('off out over up one two only'.split(' '));

/** Whether both can be parts of one word. */
export function areParts(first: string, second: string): boolean {
  return isPart(first, second) && isPart(second, first);
}

function isPart(word: string, other: string): boolean {
  return !NO_PARTS.has(word) || (PARTICLES.has(word) && other.length >= 3);
}

const WORD = /^[\p{L}\p{N}]{2,}$/u;
/** Two letters are two letters. */
const TWO_LETTERS = /^\p{L}{2}$/u;
const EAST_ASIAN = /[\u1100-\uffff]/;

/** `vision language` is two words, despite some joined by mistake. */
const TIMES_APART = 20;

/** More parts have too many spellings. */
const MOST_PARTS = 4;

/** With `prefix`, the last may be longer. */
export interface Spelling {
  words: readonly string[];
  prefix: boolean;
}

/** A single word's spellings as two. */
export function apart({ word, prefix }: Pick<WordPlan, 'word' | 'prefix'>): Spelling[] {
  if (!WORD.test(word) || TWO_LETTERS.test(word) || EAST_ASIAN.test(word)) return [];
  const spellings: Spelling[] = [];
  for (let at = 1; at < word.length; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    const isFound = areParts(first, second) && !/^\p{L}$/u.test(second);
    if (!isFound || isHalfNumber(first, second)) continue;
    spellings.push({ words: [first, second], prefix: prefix && mayBeLonger(second) });
  }
  return spellings;
}

/** All spellings of hyphenated words, those given first. */
export function spellingsOf({ words, prefix }: Pick<PhrasePlan, 'words' | 'prefix'>): Spelling[] {
  const parts = partsOf(words);
  if (parts.length > MOST_PARTS || parts.some((part) => EAST_ASIAN.test(part))) {
    return [{ words, prefix }];
  }
  const [first = '', ...rest] = parts;
  const all = rest.reduce<string[][]>(
    (known, part) =>
      known.flatMap((written) => {
        const [last = '', before] = [written.at(-1), written.slice(0, -1)];
        const together = isHalfNumber(last, part) ? [] : [[...before, last + part]];
        return [[...written, part], ...together];
      }),
    [[first]],
  );
  return all.map((written) => ({ words: written, prefix }));
}

/** Spellings of two neighbours in a query, if one word. */
export interface Joined {
  plan: PhrasePlan;
  together: Spelling[];
  apart: Spelling[];
  /** As in `gpt 4`, where a number names a version. */
  isNumbered: boolean;
  /** False after a small word: `over state` may be of `over state-of-the-art models`. */
  mayBeOne: boolean;
}

/** Two neighbours in a query as one word, if possible. */
export function joined(
  one: WordPlan | PhrasePlan,
  next: WordPlan | PhrasePlan,
): Joined | undefined {
  const [before, after] = [wordsIn(one), wordsIn(next)];
  const [last = '', first = ''] = [before.at(-1), after[0]];
  if (one.field !== next.field) return undefined;
  if (!areParts(last, first) || isHalfNumber(last, first)) return undefined;
  // `use r` is not `user`.
  if (/\p{L}$/u.test(last) && /^\p{L}$/u.test(first)) return undefined;
  const prefix = next.prefix || /^\d/.test(after.at(-1) ?? '');
  // Too little of a word being typed.
  if (prefix && after.length === 1 && !mayBeLonger(first)) return undefined;
  const words = [...before, ...after];
  const spellings = spellingsOf({ words, prefix });
  const border = before.join('').length;
  const together = spellings.filter((spelling) => !hasBorder(spelling.words, border));
  if (together.length === 0) return undefined;
  return {
    plan: { kind: 'phrase', words, prefix, field: one.field, spelled: true },
    together,
    apart: spellings.filter((spelling) => hasBorder(spelling.words, border)),
    isNumbered: /\p{L}$/u.test(last) && /^\d/.test(first),
    mayBeOne: !NO_PARTS.has(last),
  };
}

/** Whether they are one word, by the numbers of papers with each spelling. */
export function isOneWord(
  { isNumbered, mayBeOne }: Joined,
  together: number,
  apart: number,
): boolean {
  return together > 0 && mayBeOne && (isNumbered || together * TIMES_APART >= apart);
}

function wordsIn(plan: WordPlan | PhrasePlan): readonly string[] {
  return plan.kind === 'word' ? [plan.word] : plan.words;
}

/** Whether a word begins at `border`, UTF-16 units after the first. */
function hasBorder(words: readonly string[], border: number): boolean {
  let at = 0;
  return words.some((word) => (at += word.length) === border);
}

/** Splits `llama3` before its number, as in `llama3.1`. */
function partsOf(words: readonly string[]): string[] {
  return words.flatMap((word) => word.split(/(?<=\p{L})(?=\d)/u));
}

/** `2024` is not `20 24`. */
function isHalfNumber(first: string, second: string): boolean {
  return /\d$/.test(first) && /^\d/.test(second);
}

/** Whether a joined word's second part may be longer: `up` of `speedups`. */
export function mayBeLonger(second: string): boolean {
  return /^\d/.test(second) || second.length >= 3 || PARTICLES.has(second);
}
