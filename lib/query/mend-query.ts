import { inQuotes } from './print-query';
import { tokenise } from './tokens';
import type { Token } from './tokens';

export function isNegation(token: Token | undefined): boolean {
  return token?.kind === 'minus' || token?.kind === 'not';
}

export function isOperator(token: Token | undefined): boolean {
  return token?.kind === 'and' || token?.kind === 'or';
}

/** The text after `end`, without leading dashes, which would negate. */
export function behind(text: string, end: number | undefined): string {
  return text.slice(end).replace(/^-+/, '').trimStart();
}

/** Joins the non-empty pieces with single spaces. */
export function joined(...pieces: readonly string[]): string {
  return pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .join(' ');
}

/** Closes the text and parenthesises an OR, to add a term. */
export function asOneTerm(text: string): string {
  const rest = closed(text);
  let depth = 0;
  for (const { kind } of tokenise(rest)) {
    if (kind === 'open') depth += 1;
    else if (kind === 'close') depth -= 1;
    else if (kind === 'or' && depth === 0) return `(${rest})`;
  }
  return rest;
}

/** Closes quotes and parentheses; removes stray syntax. */
export function closed(text: string): string {
  let rest = text;
  const last = tokenise(rest).at(-1);
  if (last?.kind === 'phrase' && !last.closed) {
    rest = rest.slice(0, last.start) + inQuotes(last.text);
  } else if (last?.kind === 'filter' && !last.closed) {
    rest = rest.slice(0, last.valueSpan.start) + inQuotes(last.value);
  }
  const kept: Token[] = [];
  const idle: Token[] = [];
  const dropLast = (isIdle: (token: Token | undefined) => boolean): void => {
    while (isIdle(kept.at(-1))) idle.push(...kept.splice(-1));
  };
  let depth = 0;
  for (const token of tokenise(rest)) {
    if (token.kind === 'open') depth += 1;
    if (token.kind === 'close' && depth === 0) {
      dropLast(isNegation);
      idle.push(token);
    } else {
      if (token.kind === 'close') depth -= 1;
      kept.push(token);
    }
  }
  dropLast((token) => isNegation(token) || isOperator(token));
  idle.sort((a, b) => a.start - b.start);
  const pieces = idle.map(({ end }, index) => behind(rest.slice(0, idle[index + 1]?.start), end));
  return joined(rest.slice(0, idle[0]?.start), ...pieces) + ')'.repeat(depth);
}
