import type { Mark } from './found';
import { isPaired, type Token, tokensOf } from './tokens';

/** A piece of a text; `marked` when it is what was searched for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Where a text holds what is to be marked; `mark` is its index. */
interface Hit {
  start: number;
  end: number;
  mark: number;
}

const ELLIPSIS = '…';

/** The whole of `text` in pieces. */
export function markWords(text: string, marks: readonly Mark[]): Piece[] {
  return piecesOf(text, 0, text.length, hitsIn(text, marks));
}

/**
 * The part of `text` that holds the most of what is to be marked, about `length` UTF-16 units, in
 * pieces; with an ellipsis where something was left out. Undefined when it holds nothing of it.
 */
export function excerpt(text: string, marks: readonly Mark[], length: number): Piece[] | undefined {
  const hits = hitsIn(text, marks);
  if (hits.length === 0) return undefined;
  let best = { from: 0, to: text.length, kinds: 0 };
  for (const { start } of hits) {
    const [from, to] = windowAround(text, start, length);
    const inside = hits.filter((hit) => hit.start >= from && hit.end <= to);
    const kinds = new Set(inside.map(({ mark }) => mark)).size;
    if (kinds > best.kinds) best = { from, to, kinds };
  }
  const { from, to } = best;
  return [
    ...(from > 0 ? [{ text: ELLIPSIS, marked: false }] : []),
    ...piecesOf(text, from, to, hits),
    ...(to < text.length ? [{ text: ELLIPSIS, marked: false }] : []),
  ];
}

/** From where to where, at spaces if there are some, with a little before the hit at `start`. */
function windowAround(text: string, start: number, length: number): [number, number] {
  if (text.length <= length) return [0, text.length];
  const earliest = Math.min(Math.max(0, start - Math.floor(length / 4)), text.length - length);
  const space = text.indexOf(' ', earliest) + 1;
  const from = earliest === 0 || space === 0 || space > start ? earliest : space;
  const latest = Math.min(text.length, from + length);
  const lastSpace = text.lastIndexOf(' ', latest);
  const to = latest === text.length || lastSpace <= start ? latest : lastSpace;
  return [wholeCharacter(text, from), wholeCharacter(text, to)];
}

/** `at`, or the place before when a character of two units would be cut there. */
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

/** The places of the hits, ascending; those that touch as one. */
function united(hits: readonly Hit[]): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (const { start, end } of hits.toSorted((a, b) => a.start - b.start)) {
    const last = places.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else places.push({ start, end });
  }
  return places;
}

function hitsIn(text: string, marks: readonly Mark[]): Hit[] {
  if (marks.length === 0) return [];
  const tokens = tokensOf(text);
  return marks.flatMap((mark, index) =>
    mark.kind === 'prefix'
      ? hitsOf(tokens, [mark.word], true, index)
      : hitsOf(tokens, mark.words, mark.prefix, index),
  );
}

function hitsOf(
  tokens: readonly Token[],
  words: readonly string[],
  prefix: boolean,
  mark: number,
): Hit[] {
  const last = words.length - 1;
  const isAt = (start: number): boolean =>
    words.every((word, index) => {
      const found = tokens[start + index]?.word;
      return found === word || (prefix && index === last && found?.startsWith(word) === true);
    });
  return tokens.flatMap(({ start }, index) =>
    isAt(index) ? { start, end: endOf(tokens, index + last, words[last] ?? ''), mark } : [],
  );
}

/** Where the hit of `word` on a token ends: of a pair of characters the second may not belong to it. */
function endOf(tokens: readonly Token[], index: number, word: string): number {
  const token = tokens[index];
  const isHalf = token !== undefined && isPaired(word) && token.word.length > word.length;
  return (isHalf ? tokens[index + 1]?.start : token?.end) ?? 0;
}
