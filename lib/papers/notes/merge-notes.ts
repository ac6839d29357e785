import { hunksOf } from './hunks';
import { mergeChanges, type Conflict } from './merge-hunks';
import { isWord, wordsOf } from './words';

/**
 * Three-way merge of a note edited in two tabs. Keeps both additions, line by line and word by
 * word, splitting no word. If both changed a word, keeps both lines, `theirs` first, without
 * conflict marks. Idempotent: messages may repeat.
 */
export function mergeNotes(base: string, mine: string, theirs: string): string {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  // One continued the other: the longer text contains both.
  if (mine.startsWith(theirs) && theirs.startsWith(base)) return mine;
  if (theirs.startsWith(mine) && mine.startsWith(base)) return theirs;
  return mergeChanges(linesOf(base), linesOf(mine), linesOf(theirs), mergeLines).join('\n');
}

type Tokens = readonly string[];

/** In longer changes a continued word decides nothing, and looking for it is slow; tokens. */
const SHORT = 100;

function linesOf(text: string): Tokens {
  return text === '' ? [] : text.split('\n');
}

function mergeLines(conflict: Conflict): Tokens {
  return mergeWords(conflict) ?? both(conflict.base, conflict.mine, conflict.theirs);
}

/** Lines with the words of both; undefined if they are other lines or both changed a word. */
function mergeWords({ base, mine, theirs }: Conflict): Tokens | undefined {
  const [words, myWords, theirWords] = [base, mine, theirs].map((lines) =>
    wordsOf(lines.join('\n')),
  ) as [Tokens, Tokens, Tokens];
  if (!isEditOf(words, myWords) || !isEditOf(words, theirWords)) return undefined;
  if (hasChanges(theirWords, words, myWords)) return theirs;
  let isClean = true;
  const merged = mergeChanges(words, myWords, theirWords, (conflict) => {
    const resolved = besideEachOther(conflict);
    isClean &&= resolved !== undefined;
    return resolved ?? [];
  });
  return isClean ? merged.join('').split('\n') : undefined;
}

/** Whether most words of `base` remain: the same lines, being edited. */
function isEditOf(base: Tokens, edited: Tokens): boolean {
  const words = base.filter(isWord).length;
  const removed = hunksOf(base, edited).flatMap(({ start, end, content }) => {
    const isContinued = (word: string): boolean =>
      content.length <= SHORT && content.some((one) => one.startsWith(word));
    return base.slice(start, end).filter((token) => isWord(token) && !isContinued(token));
  }).length;
  return removed < words && removed <= Math.max(1, words / 4);
}

/**
 * Whether `text` has the words that `mine` changed in `base`, as after a repeated message, whose
 * equal changes the merge may place elsewhere.
 */
function hasChanges(text: Tokens, base: Tokens, mine: Tokens): boolean {
  const changes = hunksOf(base, mine);
  if (!changes.some(({ content }) => content.some(isWord))) return false;
  const later = hunksOf(mine, text);
  let moved = 0;
  return changes.every(({ start, end, content }) => {
    const from = start + moved;
    const to = from + content.length;
    moved += content.length - (end - start);
    const removed = new Set(base.slice(start, end).filter(isWord));
    return later.every((hunk) => {
      if (hunk.end < from || hunk.start > to) return true;
      const lost = mine.slice(Math.max(from, hunk.start), Math.min(to, hunk.end));
      const isKept = lost.every((token) => token === ' ');
      return isKept && !hunk.content.some((word) => removed.has(word));
    });
  });
}

/** Both insertions, or the change of a word that the other removed; undefined for two changes. */
function besideEachOther({ base, mine, theirs }: Conflict): Tokens | undefined {
  if (mine.length === 0 || mine.join('') === theirs.join('')) return theirs;
  if (theirs.length === 0) return mine;
  if (base.length > 0) return undefined;
  // Sent twice, or one continued the other.
  if (contains(theirs, mine)) return theirs;
  if (contains(mine, theirs)) return mine;
  const touch = isWord(theirs.at(-1)) && isWord(mine[0]);
  return touch ? [...theirs, ' ', ...mine] : [...theirs, ...mine];
}

/** Whether `text` contains `words` consecutively. */
function contains(text: Tokens, words: Tokens): boolean {
  return text.some((_, start) => words.every((word, index) => text[start + index] === word));
}

/**
 * Theirs, then mine; shared lines once, without lines that either removed. Adds nothing already in
 * `theirs`.
 */
function both(base: Tokens, mine: Tokens, theirs: Tokens): Tokens {
  const a = withoutRemoved(mine, base, theirs);
  const b = withoutRemoved(theirs, base, mine);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const added = a.slice(start, a.length - end);
  const rest = b.length - end;
  return holds(b.slice(start, rest), added) ? b : [...b.slice(0, rest), ...added, ...b.slice(rest)];
}

/** Empty lines separate paragraphs. */
function withoutRemoved(side: Tokens, base: Tokens, other: Tokens): Tokens {
  const [inBase, inOther] = [new Set(base), new Set(other)];
  return side.filter((line) => line === '' || !inBase.has(line) || inOther.has(line));
}

/** Whether `text` contains `lines` in order. */
function holds(text: Tokens, lines: Tokens): boolean {
  let found = 0;
  for (const line of text) if (line === lines[found]) found += 1;
  return found === lines.length;
}
