import { listedIdentifier } from '@/lib/papers/paper-id';
import { paperOfWord } from '@/lib/sites/mentions';
import { isFieldName, queryKey } from './keys';
import type { QueryKey } from './keys';
import type { Span } from './query';

/** White space and lone punctuation have none. */
export type Token = Span &
  (
    | { kind: 'open' | 'close' | 'minus' | 'not' | 'and' | 'or' }
    /** `unknownKey`: it looks like `key:value`. */
    | { kind: 'word'; text: string; unknownKey?: string }
    /** Without the quotes. */
    | { kind: 'phrase'; text: string; closed: boolean; unknownKey?: string }
    | FilterToken
  );

export interface FilterToken extends Span {
  kind: 'filter';
  key: QueryKey;
  /** Without quotes; empty if missing. */
  value: string;
  /** With quotes. */
  valueSpan: Span;
  quoted: boolean;
  closed: boolean;
}

const RUN = /[^\s()"“”„]+/y;
const SPACE = /\s+/y;
const DASHES = /-+/y;
const OPENING_QUOTE = /["“”„]/;
const KEY = /^([a-z][a-z-]*):/i;
// `upvotes>100`, `tag=vision`
const COMPARED_KEY = /^([a-z]+)(?:=(?=[\p{L}\p{N}]|$)|(?=[<>]=?[\p{L}\p{N}]))/iu;
const NAMED_PERIOD = /\s+(?:week|month|year)(?![^\s()])/iy;
// After an unknown key's colon: not a URL's `//`.
const VALUE_START = /^[\p{L}\p{N}<>=]/u;
const OPERATORS: ReadonlyMap<string, 'not' | 'and' | 'or'> = new Map([
  ['NOT', 'not'],
  ['AND', 'and'],
  ['OR', 'or'],
]);

/** Whether `text` has anything searchable. */
export function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** In order. Linear time. */
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
      // Not before a space (a dash) or within a word (a hyphen); two cancel out.
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
  return withOrs(tokens, text);
}

const OPERANDS: ReadonlySet<Token['kind']> = new Set(['word', 'phrase', 'filter', 'close']);
const OPERAND_STARTS: ReadonlySet<Token['kind']> = new Set([
  'word',
  'phrase',
  'filter',
  'open',
  'minus',
  'not',
]);

/** Lower-case `or` between operands is an operator: no one searches for it. */
function withOrs(tokens: Token[], text: string): Token[] {
  return tokens.map((token, index) => {
    const { kind, start, end } = token;
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    const isOr =
      kind === 'word' &&
      text.slice(start, end).toLowerCase() === 'or' &&
      before !== undefined &&
      OPERANDS.has(before.kind) &&
      after !== undefined &&
      OPERAND_STARTS.has(after.kind);
    return isOr ? { kind: 'or', start, end } : token;
  });
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

function isTermStart(text: string, at: number): boolean {
  return /[\s(]/.test(text[at - 1] ?? ' ');
}

/** From the quote at `start`; to the end if unclosed. */
function readQuoted(text: string, start: number): { text: string; end: number; closed: boolean } {
  // Some keyboards insert curly quotes, of any shape.
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
    // Other backslashes are literal, as in LaTeX.
    if (escaped !== '"' && escaped !== '\\') continue;
    read += text.slice(from, index) + escaped;
    from = index + 2;
    closing.lastIndex = from;
  }
  return { text: read + text.slice(from), end: text.length, closed: false };
}

/** The token at `start`; no space before `end`. */
function readRun(text: string, start: number, end: number): Token | undefined {
  const run = text.slice(start, end);
  const operator = OPERATORS.get(run);
  if (operator !== undefined) return { kind: operator, start, end };
  const [before = '', name = ''] = KEY.exec(run) ?? COMPARED_KEY.exec(run) ?? [];
  const key = queryKey(name);
  // Paper identifiers and links match exactly, without typos or prefixes.
  const paper = key === undefined ? paperOfWord(run) : undefined;
  const identifier = paper && listedIdentifier(paper);
  if (identifier !== undefined)
    return { kind: 'phrase', text: identifier, closed: true, start, end };

  if (key === undefined && !before.endsWith(':')) return word(run, start, end);
  const rest = run.slice(before.length);
  if (key?.key === 'saved' && /^(?:this|last)$/i.test(rest)) {
    // `saved:last week`
    const periodEnd = matchEnd(NAMED_PERIOD, text, end);
    const valueSpan = { start: start + before.length, end: periodEnd };
    const value = text.slice(valueSpan.start, periodEnd).replace(/\s+/, ' ');
    const syntax = { quoted: false, closed: true };
    return { kind: 'filter', key, value, valueSpan, ...syntax, start, end: periodEnd };
  }
  const quoted =
    rest === '' && OPENING_QUOTE.test(text[end] ?? '') ? readQuoted(text, end) : undefined;
  if (key !== undefined) {
    const valueSpan = { start: start + before.length, end: quoted?.end ?? end };
    const value = quoted?.text ?? rest;
    const syntax = { quoted: quoted !== undefined, closed: quoted?.closed ?? true };
    return { kind: 'filter', key, value, valueSpan, ...syntax, start, end: valueSpan.end };
  }
  if (quoted !== undefined) {
    const { closed } = quoted;
    const spelled = before + quoted.text;
    return { kind: 'phrase', text: spelled, closed, unknownKey: name, start, end: quoted.end };
  }
  const isKey = VALUE_START.test(rest) || (rest === '' && isFieldName(name));
  if (!isKey) return word(run, start, end);
  return { kind: 'word', text: run, unknownKey: name, start, end };
}

function word(text: string, start: number, end: number): Token | undefined {
  return hasWord(text) ? { kind: 'word', text, start, end } : undefined;
}
