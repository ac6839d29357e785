import type { QueryKeyName } from './keys';
import { printTerm } from './print-query';
import type { Span } from './query';
import { tokenise } from './tokens';
import type { FilterToken, Token } from './tokens';

export type Completion =
  /** With its colon, if present. */
  | { kind: 'key'; typed: string; span: Span }
  /** `typed` is the part before the caret, unquoted. */
  | { kind: 'value'; key: QueryKeyName; typed: string; span: Span };

/**
 * The completion at the caret (UTF-16 units): a key at a term's start or after its first letters,
 * or a value after the colon.
 */
export function completionAt(text: string, caret: number): Completion | undefined {
  const token = tokenise(text).find(({ start, end }) => start < caret && caret <= end);
  switch (token?.kind) {
    case 'filter':
      return inFilter(text, token, caret);
    case 'word':
      return inWord(text, token, caret);
    case 'phrase':
    case 'not':
    case 'and':
    case 'or':
    case 'close':
      return undefined;
    default: {
      const isTermStart = /(?<![^\s(])-?$/.test(text.slice(0, caret));
      const isTermEnd = /[\s)]/.test(text[caret] ?? ' ');
      return isTermStart && isTermEnd
        ? { kind: 'key', typed: '', span: { start: caret, end: caret } }
        : undefined;
    }
  }
}

function inFilter(text: string, token: FilterToken, caret: number): Completion {
  const { key, start, valueSpan, closed } = token;
  if (caret < valueSpan.start) {
    const span = { start, end: valueSpan.start };
    return { kind: 'key', typed: text.slice(start, caret), span };
  }
  // An unclosed quote spans the rest: replace up to the caret.
  const span = { start: valueSpan.start, end: closed ? valueSpan.end : caret };
  const typed = text
    .slice(span.start, caret)
    .replace(/^["“”„]|["”“]$/g, '')
    .replace(/\\(["\\])/g, '$1');
  return { kind: 'value', key: key.key, typed, span };
}

function inWord(
  text: string,
  { start, end, unknownKey }: Token & { kind: 'word' },
  caret: number,
): Completion | undefined {
  const keyEnd = unknownKey === undefined ? end : start + unknownKey.length + 1;
  const typed = text.slice(start, caret);
  const isKeyLike = unknownKey === undefined ? caret === end : caret < keyEnd;
  return isKeyLike && /^[a-z-]+$/i.test(typed)
    ? { kind: 'key', typed, span: { start, end: keyEnd } }
    : undefined;
}

/** Inserts `value` for the typed part, and moves the caret. */
export function withCompletion(
  text: string,
  completion: Completion,
  value: string,
): { text: string; caret: number } {
  const { start, end } = completion.span;
  const after = text.slice(end);
  if (completion.kind === 'key') return spliced(text.slice(0, start), `${value}:`, after);
  const { key } = completion;
  const inserted = printTerm(key, value).slice(key.length + 1);
  // For the next term.
  const isLast = !/^[\s)]/.test(after);
  const done = spliced(text.slice(0, start), isLast ? `${inserted} ` : inserted, after);
  return isLast ? done : { ...done, caret: done.caret + (/^\s/.test(after) ? 1 : 0) };
}

function spliced(before: string, inserted: string, after: string): { text: string; caret: number } {
  return { text: before + inserted + after, caret: before.length + inserted.length };
}
