import { fold } from '@/lib/shared/fold';

/** Folded; UTF-16 units, `end` exclusive. */
export interface Token {
  word: string;
  start: number;
  end: number;
}

/** In text order. */
export type TokenVisitor = (word: string, start: number, end: number) => void;

/**
 * Longer words (base64 images, hostile files) are cut to this many UTF-16 units, also in queries.
 */
export const LONGEST_WORD = 100;

// Includes the soft hyphen, which occurs within words.
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}\u00ad]/u;
const NO_WORD_CHARACTER = /[^\p{L}\p{N}\p{M}]/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
// Written without spaces. Letters and digits only: `scx` includes punctuation.
const CHINESE_OR_JAPANESE = /(?=\p{L}|\p{N})[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u;
// A character with marks; half-width kana have separate voice marks.
const CHARACTER_WITH_MARKS = /[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*|[\s\S]/gu;

const IS_ASCII_WORD_UNIT = Uint8Array.from({ length: 128 }, (_, unit) =>
  /[0-9A-Za-z]/.test(String.fromCharCode(unit)) ? 1 : 0,
);

// A high surrogate's top bits.
const HIGH_SURROGATES = 0xd800 >> 10;

/** Whether it has Chinese or Japanese characters, indexed in pairs. */
export function isPaired(word: string): boolean {
  return CHINESE_OR_JAPANESE.test(word);
}

/**
 * Visits the words of `text`: runs of letters and digits. In Chinese and Japanese each character
 * begins one: `深層学習` gives `深層`, `層学`, `学習`, `習`.
 */
export function eachToken(text: string, visit: TokenVisitor): void {
  let start = -1;
  let isAscii = true;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    let size = 1;
    let isInWord: boolean;
    if (unit < 128) {
      isInWord = IS_ASCII_WORD_UNIT[unit] === 1;
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? unit);
      size = character.length;
      isInWord = WORD_CHARACTER.test(character);
      if (isInWord) isAscii = false;
    }
    if (isInWord && start < 0) start = at;
    if (!isInWord && start >= 0) {
      visitRun(text, start, at, isAscii, visit);
      start = -1;
      isAscii = true;
    }
    at += size;
  }
  if (start >= 0) visitRun(text, start, text.length, isAscii, visit);
}

/** In order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  eachToken(text, (word, start, end) => tokens.push({ word, start, end }));
  return tokens;
}

function visitRun(
  text: string,
  start: number,
  end: number,
  isAscii: boolean,
  visit: TokenVisitor,
): void {
  if (isAscii) {
    visit(asciiWord(text, start, Math.min(end, start + LONGEST_WORD)), start, end);
    return;
  }
  const run = text.slice(start, end);
  const word = fold(run);
  if (!isPaired(word) && !NO_WORD_CHARACTER.test(word)) {
    visitWord(word, start, end, visit);
  } else {
    visitParts(foldedCharacters(run, start), visit);
  }
}

/**
 * The last word of each hash, so that indexing makes few strings: collecting them would take a
 * third of its time.
 */
const RECENT = 2 ** 15;
const recent: string[] = Array.from({ length: RECENT }, () => '');

/** In lower case. */
function asciiWord(text: string, start: number, end: number): string {
  let hash = 0;
  for (let at = start; at < end; at += 1) {
    hash = Math.imul(hash ^ lowerCase(text.charCodeAt(at)), 0x01000193);
  }
  const place = (hash ^ (hash >>> 15)) & (RECENT - 1);
  const known = recent[place] ?? '';
  if (isWordAt(known, text, start, end)) return known;
  const units: number[] = [];
  for (let at = start; at < end; at += 1) units.push(lowerCase(text.charCodeAt(at)));
  // Not a slice, which would keep the text.
  const word = String.fromCharCode(...units);
  recent[place] = word;
  return word;
}

function isWordAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at += 1) {
    if (word.charCodeAt(at) !== lowerCase(text.charCodeAt(start + at))) return false;
  }
  return true;
}

/** Of an ASCII letter or digit. */
function lowerCase(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
}

/** Folded, perhaps to several. */
function foldedCharacters(run: string, offset: number): Token[] {
  return [...run.matchAll(CHARACTER_WITH_MARKS)].flatMap(({ 0: character, index }) => {
    const [start, end] = [offset + index, offset + index + character.length];
    const parts = fold(character).match(CHARACTER_WITH_MARKS) ?? [];
    return parts.map((part) => ({ word: part, start, end }));
  });
}

/** For runs split by script or folding. */
function visitParts(characters: readonly Token[], visit: TokenVisitor): void {
  for (let at = 0; at < characters.length;) {
    const first = characters[at];
    if (first === undefined) return;
    if (isPaired(first.word)) {
      const next = characters[at + 1];
      const second = next !== undefined && isPaired(next.word) ? next : undefined;
      visitWord(first.word + (second?.word ?? ''), first.start, second?.end ?? first.end, visit);
      at += 1;
      continue;
    }
    let end = at;
    while (isOfAWord(characters[end])) end += 1;
    const part = characters.slice(at, end);
    // Composes Korean syllables, which may come in letters.
    const word = part
      .map((character) => character.word)
      .join('')
      .normalize('NFC');
    visitWord(word, first.start, part.at(-1)?.end ?? first.end, visit);
    at = Math.max(end, at + 1);
  }
}

function visitWord(word: string, start: number, end: number, visit: TokenVisitor): void {
  const kept = cut(word);
  if (LETTER_OR_DIGIT.test(kept)) visit(kept, start, end);
}

function cut(word: string): string {
  if (word.length <= LONGEST_WORD) return word;
  const isWhole = word.charCodeAt(LONGEST_WORD - 1) >> 10 !== HIGH_SURROGATES;
  return word.slice(0, isWhole ? LONGEST_WORD : LONGEST_WORD - 1);
}

function isOfAWord(character: Token | undefined): boolean {
  return (
    character !== undefined && !isPaired(character.word) && !NO_WORD_CHARACTER.test(character.word)
  );
}
