import { addTo } from '@/lib/shared/add-to';
import { MONTH_NAMES } from '@/lib/shared/month-names';

/** A .bib entry; values are still TeX. */
export interface BibtexEntry {
  /** Lower case: `article`. */
  type: string;
  key: string;
  /** By lower-case name, macros expanded; repeated fields have several values. */
  fields: Map<string, string[]>;
  /** First line, from 1. */
  line: number;
}

export interface BrokenEntry {
  /** Whether the file ends inside it. */
  truncated: boolean;
  text: string;
  line: number;
}

const HEAD = /@[ \t]{0,9}([A-Za-z]{1,40})\s{0,99}([{(])/y;
// An entry with a key, which no value contains: the previous entry is unclosed, and only that is
// lost.
const NEXT_ENTRY = /\n[ \t]{0,99}@[ \t]{0,9}[A-Za-z]{1,40}\s{0,9}[{(][^\s,{}()"=]{1,200},/y;

// Longer entries (UTF-16 units) would block while parsed.
const ENTRY_LIMIT = 5_000_000;

/**
 * Yields a .bib file's entries in order. As in BibTeX, text between entries is a comment, and
 * values end where braces balance. Unlike BibTeX, commas may be missing and undefined macros expand
 * to their names. Linear time.
 */
export function* bibtexEntries(text: string): Generator<BibtexEntry | BrokenEntry> {
  // Predefined by all styles.
  const macros = new Map(MONTH_NAMES.map((month) => [month, month]));
  const lineAt = lineCounter(text);
  let commentsClose = true;
  for (let at = nextHead(text, 0); at < text.length;) {
    const head = matchAt(HEAD, text, at);
    const [opening = '', type = '', bracket = ''] = head ?? [];
    const start = at + opening.length;
    const line = lineAt(at);
    const kind = type.toLowerCase();
    const closing = bracket === '(' ? ')' : '}';
    // Comments may contain entries. Search an unclosed one's end only once: linear time.
    const whole = kind === 'comment' && commentsClose;
    let { end, closed } = endOfEntry(text, start, closing, whole);
    if (whole && !closed) {
      commentsClose = false;
      ({ end, closed } = endOfEntry(text, start, closing, false));
    }
    if (!closed) {
      if (kind !== 'comment') {
        yield { truncated: end >= text.length, text: text.slice(at, end), line };
      }
    } else if (kind === 'string') {
      const { fields } = contentOf(text.slice(start, end - 1), macros);
      for (const [name, [value = '']] of fields) macros.set(name, value);
    } else if (end - start > ENTRY_LIMIT) {
      yield { truncated: false, text: text.slice(at, start + 400), line };
    } else if (kind !== 'comment' && kind !== 'preamble') {
      const content = contentOf(text.slice(start, end - 1), macros);
      yield { type: kind, line, ...content };
    }
    at = nextHead(text, end);
  }
}

/** The next entry's index, or the text's length. Skips lines commented out with `%`. */
function nextHead(text: string, from: number): number {
  for (let at = text.indexOf('@', from); at >= 0; at = text.indexOf('@', at + 1)) {
    if (matchAt(HEAD, text, at) !== null && !isCommentedOut(text, at)) return at;
  }
  return text.length;
}

// Distance searched for the line's `%`, in UTF-16 units.
const COMMENT_LIMIT = 200;

function isCommentedOut(text: string, at: number): boolean {
  const from = Math.max(0, at - COMMENT_LIMIT);
  const before = text.slice(from, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  return (from === 0 || lineStart > 0) && before.slice(lineStart).trimStart().startsWith('%');
}

const BOUNDARY = /[{}")\n]/g;

/**
 * Where an entry with content from `from` ends, and whether it is closed.
 * @param whole whether it may contain entries
 */
function endOfEntry(text: string, from: number, closing: string, whole: boolean) {
  let depth = 0;
  let quoted = false;
  BOUNDARY.lastIndex = from;
  for (let match = BOUNDARY.exec(text); match !== null; match = BOUNDARY.exec(text)) {
    const at = match.index;
    const sign = match[0];
    if (sign === '\n') {
      if (!whole && matchAt(NEXT_ENTRY, text, at) !== null) return { end: at + 1, closed: false };
    } else if (depth === 0 && sign === closing && (closing === '}' || !quoted)) {
      return { end: at + 1, closed: true };
    } else if (sign === '{') depth += 1;
    else if (sign === '}') depth = Math.max(0, depth - 1);
    else if (sign === '"' && depth === 0) quoted = !quoted;
  }
  return { end: text.length, closed: false };
}

const KEY = /\s*([^\s,{}"=]*)/y;
const KEY_END = /\s*(?:,|$)/y;
const NAME = /[\s,]*([^\s,{}"#%=()]+)\s*=\s*/y;
const OTHER = /[\s,]*[^\s,]*/y;

function contentOf(text: string, macros: Map<string, string>): Pick<BibtexEntry, 'key' | 'fields'> {
  const fields = new Map<string, string[]>();
  const [beginning = '', name = ''] = matchAt(KEY, text, 0) ?? [];
  const ending = matchAt(KEY_END, text, beginning.length);
  const key = ending === null ? '' : name;
  let at = ending === null ? 0 : beginning.length + ending[0].length;
  while (at < text.length) {
    const named = matchAt(NAME, text, at);
    if (named === null) {
      // Not a field.
      at += Math.max(1, matchAt(OTHER, text, at)?.[0].length ?? 1);
      continue;
    }
    const { value, end } = valueAt(text, at + named[0].length, macros);
    addTo(fields, (named[1] ?? '').toLowerCase(), value);
    at = end;
  }
  return { key, fields };
}

const MACRO_LIMIT = 10_000;
const NEXT_PIECE = /\s*#\s*/y;
const WORD = /[^\s,{}"#]+/y;

/** Braced or quoted strings, numbers and macros, joined by `#`. */
function valueAt(text: string, at: number, macros: Map<string, string>) {
  let value = '';
  for (let start = at; ;) {
    const sign = text[start];
    let end: number;
    if (sign === '{' || sign === '"') {
      end = endOfPiece(text, start);
      value += text.slice(start + 1, end - 1);
    } else {
      const word = matchAt(WORD, text, start)?.[0] ?? '';
      end = start + word.length;
      // Nested macros can grow exponentially.
      const macro = macros.get(word.toLowerCase());
      if (value.length < MACRO_LIMIT) value += macro ?? word;
    }
    const next = matchAt(NEXT_PIECE, text, end);
    if (next === null) return { value, end };
    start = end + next[0].length;
  }
}

const PIECE_SIGN = /[{}"]/g;

/** The index after the string at `start`. */
function endOfPiece(text: string, start: number): number {
  const isQuoted = text[start] === '"';
  let depth = isQuoted ? 0 : 1;
  PIECE_SIGN.lastIndex = start + 1;
  for (let match = PIECE_SIGN.exec(text); match !== null; match = PIECE_SIGN.exec(text)) {
    if (match[0] === '{') depth += 1;
    else if (match[0] === '}') depth -= 1;
    if (depth === 0 && match[0] === (isQuoted ? '"' : '}')) return match.index + 1;
  }
  return text.length + 1;
}

/** Returns an index's line, from 1; indexes must not decrease. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (at) => {
    while (next >= 0 && next < at) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    return line;
  };
}

function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | null {
  expression.lastIndex = at;
  return expression.exec(text);
}
