import { queryKey } from './keys';
import type { QueryKeyName } from './keys';
import { asOneTerm, behind, closed, isNegation, isOperator, joined } from './mend-query';
import { printFilter, printSort, printTerm } from './print-query';
import type { Filter, Sort } from './query';
import { readFilter } from './read-filter';
import { tokenise } from './tokens';
import type { FilterToken, Token } from './tokens';

// The text is the one place where a query is kept, so what is picked beside it edits the text. What
// is picked stands at the top level, where every paper found must meet it.

type FilterKey = Filter['kind'];

/** Whether the query demands `key:value` of every paper, whatever else it demands. */
export function hasTerm(text: string, key: FilterKey, value: string): boolean {
  return demanded(closedTokens(text), key).some(({ value: other }) => isSame(key, other, value));
}

/** Whether the query demands some value of `key` of every paper. */
export function hasKey(text: string, key: FilterKey): boolean {
  return demanded(closedTokens(text), key).length > 0;
}

/**
 * The query with `key:value` demanded too, or without it when it was. Of a key that a paper can
 * meet only one value of, such as `status:`, it replaces the other values demanded. The rest stays
 * as it was typed, but for a quote or parenthesis left open, which is closed before what is added.
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

/** The query without the values of `key` that it demands. */
export function withoutKey(text: string, key: FilterKey): string {
  return without(closed(text), (tokens) => demanded(tokens, key));
}

/** The query sorted so and not otherwise, or as it is by nature when `sort` is undefined. */
export function withSort(text: string, sort: Sort | undefined): string {
  const rest = without(text, (tokens) => tokens.filter((token) => isFilter(token, 'sort')));
  return sort === undefined ? rest : joined(closed(rest), printSort(sort));
}

let latest: { text: string; tokens: readonly Token[] } = { text: '', tokens: [] };

/** Kept for the last text, since the facets ask about each of their values. */
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

/** One form for all ways to write a filter; that of `saved:7d` does not depend on the day. */
function printed(key: FilterKey, value: string): string {
  const filter = readFilter(key, value, 0);
  return (filter === undefined ? printTerm(key, value) : printFilter(filter)).toLowerCase();
}

/** The filters with `key` that stand at the top level, positive and in no OR. */
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

/** The text without the tokens chosen, one after the other, and without what they alone needed. */
function without(text: string, choose: (tokens: readonly Token[]) => FilterToken[]): string {
  let rest = text;
  for (;;) {
    const tokens = tokenise(rest);
    const [token] = choose(tokens);
    if (token === undefined) return rest.trim();
    rest = cut(rest, tokens, tokens.indexOf(token));
  }
}

/** Cuts the token out, with its negations, parentheses around nothing else, and an operator. */
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
    // `a OR x AND b` asks `a OR b` without x.
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
