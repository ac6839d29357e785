import { arxivOfWord } from '@/lib/papers/arxiv-mentions';
import { arxivIdentifier } from '@/lib/papers/paper-id';
import { queryKey } from './keys';
import type { QueryKey } from './keys';
import type { Span } from './query';

/** A piece of a query that cannot be divided. White space and mere punctuation are none. */
export type Token = Span &
  (
    | { kind: 'open' | 'close' | 'minus' | 'not' | 'and' | 'or' }
    /** Text without a space; `unknownKey` when it looks like `key:value` but is not. */
    | { kind: 'word'; text: string; unknownKey?: string }
    /** Text in quotes, those left away. */
    | { kind: 'phrase'; text: string; closed: boolean; unknownKey?: string }
    | FilterToken
  );

export interface FilterToken extends Span {
  kind: 'filter';
  key: QueryKey;
  /** As it is meant: quotes left away. Empty when it is missing. */
  value: string;
  /** Where it stands, quotes included. */
  valueSpan: Span;
  closed: boolean;
}

const RUN = /[^\s()"“”„]+/y;
const SPACE = /\s+/y;
const DASHES = /-+/y;
const OPENING_QUOTE = /["“”„]/;
const KEY = /^([a-z][a-z-]*):/i;
// What may follow the colon of an unknown key: not the `//` of an address, not the end.
const VALUE_START = /^[\p{L}\p{N}<>=]/u;
const OPERATORS: ReadonlyMap<string, 'not' | 'and' | 'or'> = new Map([
  ['NOT', 'not'],
  ['AND', 'and'],
  ['OR', 'or'],
]);

/** Whether there is anything in `text` to look for. */
export function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** The pieces of a query, in their order. Takes time in proportion to the text. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    at = matchEnd(SPACE, text, at);
    const next = text[at];
    if (next === undefined) break;
    if (next === '(' || next === ')') {
      tokens.push({ kind: next === '(' ? 'open' : 'close', start: at, end: at + 1 });
      at += 1;
    } else if (OPENING_QUOTE.test(next)) {
      const quoted = readQuoted(text, at);
      if (!quoted.closed || hasWord(quoted.text)) {
        tokens.push({ kind: 'phrase', start: at, ...quoted });
      }
      at = quoted.end;
    } else if (next === '-') {
      const end = matchEnd(DASHES, text, at);
      // Before a space it is a dash, within a word a hyphen, and two of them undo each other.
      if (isTermStart(text, at) && /[^\s)]/.test(text[end] ?? ' ') && (end - at) % 2 === 1) {
        tokens.push({ kind: 'minus', start: at, end });
      }
      at = end;
    } else {
      const end = matchEnd(RUN, text, at);
      const token = readRun(text, at, end);
      if (token !== undefined) tokens.push(token);
      at = token?.end ?? end;
    }
  }
  return tokens;
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function isTermStart(text: string, at: number): boolean {
  return /[\s(]/.test(text[at - 1] ?? ' ');
}

/** The text in quotes that opens at `start`, up to the end when nothing closes it. */
function readQuoted(text: string, start: number): { text: string; end: number; closed: boolean } {
  // Curly quotes, which some keyboards make, open and close in different shapes.
  const closing = text[start] === '"' ? /["\\]/g : /["“”„\\]/g;
  let read = '';
  let from = start + 1;
  closing.lastIndex = from;
  for (let match = closing.exec(text); match !== null; match = closing.exec(text)) {
    const { index } = match;
    if (match[0] !== '\\') {
      return { text: read + text.slice(from, index), end: index + 1, closed: true };
    }
    const escaped = text[index + 1];
    // Any other backslash is one, as those of LaTeX.
    if (escaped !== '"' && escaped !== '\\') continue;
    read += text.slice(from, index) + escaped;
    from = index + 2;
    closing.lastIndex = from;
  }
  return { text: read + text.slice(from), end: text.length, closed: false };
}

/** The token that the text from `start` to `end`, which holds no space, begins. */
function readRun(text: string, start: number, end: number): Token | undefined {
  const run = text.slice(start, end);
  const operator = OPERATORS.get(run);
  if (operator !== undefined) return { kind: operator, start, end };
  const [before = '', name = ''] = KEY.exec(run) ?? [];
  const key = queryKey(name);
  // A link or an identifier is looked for as it is, without typos and longer ones.
  const paper = key === undefined ? arxivOfWord(run) : undefined;
  const identifier = paper && arxivIdentifier(paper);
  if (identifier !== undefined)
    return { kind: 'phrase', text: identifier, closed: true, start, end };

  if (name === '') return word(run, start, end);
  const rest = run.slice(before.length);
  const quoted =
    rest === '' && OPENING_QUOTE.test(text[end] ?? '') ? readQuoted(text, end) : undefined;
  if (key !== undefined) {
    const valueSpan = { start: start + before.length, end: quoted?.end ?? end };
    const value = quoted?.text ?? rest;
    const closed = quoted?.closed ?? true;
    return { kind: 'filter', key, value, valueSpan, closed, start, end: valueSpan.end };
  }
  if (quoted !== undefined) {
    const { closed } = quoted;
    const spelled = before + quoted.text;
    return { kind: 'phrase', text: spelled, closed, unknownKey: name, start, end: quoted.end };
  }
  if (!VALUE_START.test(rest)) return word(run, start, end);
  return { kind: 'word', text: run, unknownKey: name, start, end };
}

function word(text: string, start: number, end: number): Token | undefined {
  return hasWord(text) ? { kind: 'word', text, start, end } : undefined;
}
