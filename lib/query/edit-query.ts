import { queryKey } from './keys';
import type { QueryKeyName } from './keys';
import { asOneTerm, behind, closed, isNegation, isOperator, joined } from './mend-query';
import { printFilter, printSort, printTerm } from './print-query';
import type { Filter, Sort } from './query';
import { readFilter } from './read-filter';
import { tokenise } from './tokens';
import type { FilterToken, Token } from './tokens';

// The text is the single source of truth, so facets edit it, at the top level, where every result
// must match.

type FilterKey = Filter['kind'];

/** Whether every result must match `key:value`. */
export function hasTerm(text: string, key: FilterKey, value: string): boolean {
  return demanded(closedTokens(text), key).some(({ value: other }) => isSame(key, other, value));
}

/** Whether every result must match some value of `key`. */
export function hasKey(text: string, key: FilterKey): boolean {
  return demanded(closedTokens(text), key).length > 0;
}

/**
 * Adds the required term `key:value`, or removes it; for single-valued keys (`status:`), replaces
 * others. The rest keeps its spelling, but quotes and parentheses are closed.
 */
export function toggleTerm(text: string, key: FilterKey, value: string): string {
  if (hasTerm(text, key, value)) {
    return without(closed(text), (tokens) =>
      demanded(tokens, key).filter((token) => isSame(key, token.value, value)),
    );
  }
  const rest = queryKey(key)?.single === true ? withoutKey(text, key) : text;
  return joined(asOneTerm(rest), printTerm(key, value));
}

/** The query without its required values of `key`. */
export function withoutKey(text: string, key: FilterKey): string {
  return without(closed(text), (tokens) => demanded(tokens, key));
}

/** The query with this sort, or the default one. */
export function withSort(text: string, sort: Sort | undefined): string {
  // A stray parenthesis would end a group.
  const rest = without(closed(text), (tokens) => tokens.filter((token) => isFilter(token, 'sort')));
  return sort === undefined ? rest : joined(closed(rest), printSort(sort));
}

let latest: { text: string; tokens: readonly Token[] } = { text: '', tokens: [] };

/** Cached: facets ask for each value. */
function closedTokens(text: string): readonly Token[] {
  if (latest.text !== text) latest = { text, tokens: tokenise(closed(text)) };
  return latest.tokens;
}

function isFilter(token: Token, key: QueryKeyName): token is FilterToken {
  return token.kind === 'filter' && token.key.key === key;
}

function isSame(key: FilterKey, a: string, b: string): boolean {
  return printed(key, a) === printed(key, b);
}

/** Canonical, for comparison; `now` is 0, so that `saved:7d` is the same every day. */
function printed(key: FilterKey, value: string): string {
  const filter = readFilter(key, value, 0);
  return (filter === undefined ? printTerm(key, value) : printFilter(filter)).toLowerCase();
}

/** Top-level filters of `key`, neither negated nor in an OR. */
function demanded(tokens: readonly Token[], key: FilterKey): FilterToken[] {
  const found: FilterToken[] = [];
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'open') depth += 1;
    else if (token.kind === 'close') depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (token.kind === 'or') return [];
    else if (isFilter(token, key) && !isNegation(tokens[index - 1])) found.push(token);
  }
  return found;
}

/** Removes chosen tokens one by one, with the syntax only they needed. */
function without(text: string, choose: (tokens: readonly Token[]) => FilterToken[]): string {
  let rest = text;
  for (;;) {
    const tokens = tokenise(rest);
    const [token] = choose(tokens);
    if (token === undefined) return rest.trim();
    rest = cut(rest, tokens, tokens.indexOf(token));
  }
}

/** Removes the token with its negations, parentheses and one operator. */
function cut(text: string, tokens: readonly Token[], at: number): string {
  let [first, last] = [at, at];
  for (;;) {
    if (isNegation(tokens[first - 1])) {
      first -= 1;
    } else if (tokens[first - 1]?.kind === 'open' && tokens[last + 1]?.kind === 'close') {
      first -= 1;
      last += 1;
    } else {
      break;
    }
  }
  const [before, after] = [tokens[first - 1], tokens[last + 1]];
  if (isOperator(before) && isOperator(after)) {
    // `a OR x AND b` becomes `a OR b`.
    if (before?.kind === 'and') first -= 1;
    else last += 1;
  } else if (isOperator(before) && (after === undefined || after.kind === 'close')) {
    first -= 1;
  } else if (isOperator(after) && (before === undefined || before.kind === 'open')) {
    last += 1;
  }
  const head = text.slice(0, tokens[first]?.start).trimEnd();
  const tail = behind(text, tokens[last]?.end);
  const isInside = head.endsWith('(') || tail.startsWith(')');
  return isInside ? head + tail : joined(head, tail);
}
