import type { WordMark } from '../found';
import { isPaired, type Token, tokensOf } from '../format/tokens';

/** `marked` if it matched. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** `mark` is an index. */
interface Hit {
  start: number;
  end: number;
  mark: number;
}

const ELLIPSIS = '…';
/** Limits of the search for an excerpt: UTF-16 units, hits. */
const LOOKED_AT = 20_000;
const TRIED = 200;

/** All of `text`, in order. */
export function markWords(text: string, marks: readonly WordMark[]): Piece[] {
  return piecesOf(text, 0, text.length, [...hitsIn(text, marks)]);
}

/**
 * The part of `text` with the most different marks, about `length` UTF-16 units, ellipses at cuts.
 * Undefined without a match in the first 20,000 units.
 */
export function excerpt(
  text: string,
  marks: readonly WordMark[],
  length: number,
): Piece[] | undefined {
  const looked = text.slice(0, wholeCharacter(text, LOOKED_AT));
  const hits: Hit[] = [];
  for (const hit of hitsIn(looked, marks)) {
    if (hit.start > (hits[TRIED - 1]?.start ?? Infinity) + length) break;
    hits.push(hit);
  }
  let best: { from: number; to: number; kinds: number } | undefined;
  let [first, last] = [0, 0];
  for (const { start } of hits.slice(0, TRIED)) {
    const [from, to] = windowAround(text, start, length);
    // Windows ascend with their hits: the bounds only advance.
    while ((hits[first]?.start ?? to) < from) first += 1;
    while ((hits[last]?.start ?? to) < to) last += 1;
    const kinds = new Set(hits.slice(first, last).map(({ mark }) => mark)).size;
    if (best === undefined || kinds > best.kinds) best = { from, to, kinds };
  }
  if (best === undefined) return undefined;
  const { from, to } = best;
  return [
    ...(from > 0 ? [{ text: ELLIPSIS, marked: false }] : []),
    ...piecesOf(text, from, to, hits),
    ...(to < text.length ? [{ text: ELLIPSIS, marked: false }] : []),
  ];
}

/** At spaces if possible, with some text before the hit. */
function windowAround(text: string, start: number, length: number): [number, number] {
  if (text.length <= length) return [0, text.length];
  const earliest = Math.min(Math.max(0, start - Math.floor(length / 4)), text.length - length);
  const space = text.slice(earliest, start).indexOf(' ');
  const from = earliest === 0 || space < 0 ? earliest : earliest + space + 1;
  const latest = Math.min(text.length, from + length);
  const lastSpace = text.slice(start, latest + 1).lastIndexOf(' ');
  const to = latest === text.length || lastSpace < 0 ? latest : start + lastSpace;
  return [wholeCharacter(text, from), wholeCharacter(text, to)];
}

/** `at`, or one less within a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}

function piecesOf(text: string, from: number, to: number, hits: readonly Hit[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number, marked: boolean): void => {
    if (end > start) pieces.push({ text: text.slice(start, end), marked });
  };
  let at = from;
  for (const { start, end } of united(hits)) {
    if (end <= from || start >= to) continue;
    add(at, start, false);
    add(Math.max(at, start), Math.min(end, to), true);
    at = Math.min(end, to);
  }
  add(at, to, false);
  return pieces;
}

function united(hits: readonly Hit[]): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (const { start, end } of hits) {
    const last = places.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else places.push({ start, end });
  }
  return places;
}

/** Sorted by start. */
function* hitsIn(text: string, marks: readonly WordMark[]): Generator<Hit> {
  if (marks.length === 0) return;
  const tokens = tokensOf(text);
  const wanted = marks.map((mark) =>
    mark.kind === 'prefix' ? { words: [mark.word], prefix: true } : mark,
  );
  for (const [index, { start }] of tokens.entries()) {
    for (const [mark, { words, prefix }] of wanted.entries()) {
      if (!isAt(tokens, index, words, prefix)) continue;
      const end = endOf(tokens, index + words.length - 1, words.at(-1) ?? '');
      yield { start, end, mark };
    }
  }
}

function isAt(
  tokens: readonly Token[],
  start: number,
  words: readonly string[],
  prefix: boolean,
): boolean {
  const last = words.length - 1;
  return words.every((word, index) => {
    const found = tokens[start + index]?.word;
    return found === word || (prefix && index === last && found?.startsWith(word) === true);
  });
}

/** A single character matches only the first of a pair. */
function endOf(tokens: readonly Token[], index: number, word: string): number {
  const token = tokens[index];
  const isHalf = token !== undefined && isPaired(word) && token.word.length > word.length;
  return (isHalf ? tokens[index + 1]?.start : token?.end) ?? 0;
}
