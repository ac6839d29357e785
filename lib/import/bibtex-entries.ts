import { addTo } from '@/lib/shared/add-to';
import { MONTH_NAMES } from '@/lib/shared/month-names';

/** One entry of a .bib file, its values still TeX. */
export interface BibtexEntry {
  /** In lower case: `article`. */
  type: string;
  key: string;
  /** By their names in lower case, macros put in; of a field given twice, both values. */
  fields: Map<string, string[]>;
  /** The line it begins at, from 1. */
  line: number;
}

/** What could not be read of a .bib file. */
export interface BrokenEntry {
  /** Whether the file ends in the middle of it. */
  truncated: boolean;
  text: string;
  line: number;
}

// What opens an entry: `@article{`, `@article (`.
const HEAD = /@[ \t]{0,9}([A-Za-z]{1,40})\s{0,99}([{(])/y;
// At the beginning of a line and with a key: what no value holds but the entry after one that was
// never closed. So that one costs itself, and not all that follow it.
const NEXT_ENTRY = /\n[ \t]{0,99}@[ \t]{0,9}[A-Za-z]{1,40}\s{0,9}[{(][^\s,{}()"=]{1,200},/y;

// What is longer, in UTF-16 units, is no work with a note, and would be read without a pause.
const ENTRY_LIMIT = 5_000_000;

/**
 * The entries of a .bib file, in its order, each as soon as it is read. By BibTeX's rules: what
 * stands between entries is comment, a value ends where its braces balance, escaped or not. More
 * forgiving than BibTeX: commas may lack, and a macro that is not defined stands for its name.
 * Linear in time, whatever the file holds.
 */
export function* bibtexEntries(text: string): Generator<BibtexEntry | BrokenEntry> {
  // What every style defines.
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
    // Whole entries are put into comments. One that is never closed is searched through but once.
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

/** Where the next entry opens; the text's end when none does. Lines that begin with `%` are none. */
function nextHead(text: string, from: number): number {
  for (let at = text.indexOf('@', from); at >= 0; at = text.indexOf('@', at + 1)) {
    if (matchAt(HEAD, text, at) !== null && !isCommentedOut(text, at)) return at;
  }
  return text.length;
}

// How far before an entry its line's `%` is looked for.
const COMMENT_LIMIT = 200;

function isCommentedOut(text: string, at: number): boolean {
  const from = Math.max(0, at - COMMENT_LIMIT);
  const before = text.slice(from, at);
  const lineStart = before.lastIndexOf('\n') + 1;
  return (from === 0 || lineStart > 0) && before.slice(lineStart).trimStart().startsWith('%');
}

const BOUNDARY = /[{}")\n]/g;

/**
 * Where an entry ends that begins at `from`, and whether it is closed there.
 * @param whole whether it may hold what looks like the next entry
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

const KEY = /\s*([^\s,{}"=]*)\s*(?:,|$)/y;
const NAME = /[\s,]*([^\s,{}"#%=()]+)\s*=\s*/y;
const OTHER = /[\s,]*[^\s,]*/y;

/** Key and fields of what stands between an entry's brackets. */
function contentOf(text: string, macros: Map<string, string>): Pick<BibtexEntry, 'key' | 'fields'> {
  const fields = new Map<string, string[]>();
  const keyed = matchAt(KEY, text, 0);
  let at = keyed?.[0].length ?? 0;
  while (at < text.length) {
    const named = matchAt(NAME, text, at);
    if (named === null) {
      // Nothing that is a field: on behind it.
      at += Math.max(1, matchAt(OTHER, text, at)?.[0].length ?? 1);
      continue;
    }
    const name = (named[1] ?? '').toLowerCase();
    const { value, end } = valueAt(text, at + named[0].length, macros);
    addTo(fields, name, value);
    at = end;
  }
  return { key: keyed?.[1] ?? '', fields };
}

const MACRO_LIMIT = 10_000;
const NEXT_PIECE = /\s*#\s*/y;
const WORD = /[^\s,{}"#]+/y;

/** The value at `at`: pieces in braces, in quotes, numbers and macros, joined by `#`. */
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
      // Macros made of macros grow beyond all bounds.
      const macro = macros.get(word.toLowerCase());
      if (value.length < MACRO_LIMIT) value += macro ?? word;
    }
    const next = matchAt(NEXT_PIECE, text, end);
    if (next === null) return { value, end };
    start = end + next[0].length;
  }
}

const PIECE_SIGN = /[{}"]/g;

/** The index behind the piece in braces or quotes that begins at `start`. */
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

/** Which line, from 1, a place is at; to be asked for places that only move on. */
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
