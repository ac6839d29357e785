import { foldSpaces } from '@/lib/shared/text';

/**
 * The note that contains the other, else both, `known` first. Ignores white space, which differs
 * between formats, but keeps that of `known`: it may be code.
 */
export function unitedNotes(known: string, added: string): string {
  const knownLines = linesOf(known);
  const addedLines = linesOf(added);
  if (matches(knownLines, addedLines).length === addedLines.length) return known;
  if (knownLines.length === 0) return added;
  const places = matches(addedLines, knownLines);
  if (places.length === knownLines.length) return woven(knownLines, addedLines, places);
  return `${known.trimEnd()}\n\n${added.replace(/^(?:[^\S\n]*\r?\n)+/, '')}`;
}

/** A non-blank line. */
interface Line {
  /** Verbatim. */
  text: string;
  folded: string;
  /** Blank lines before it. */
  blanks: number;
}

function linesOf(note: string): Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  for (const text of note.split(/\r\n?|\n/)) {
    const folded = foldSpaces(text);
    if (folded === '') {
      blanks += 1;
      continue;
    }
    lines.push({ text, folded, blanks });
    blanks = 0;
  }
  return lines;
}

/** Indexes of `lines` in `text`, in order, up to the first missing; the last may continue there. */
function matches(text: readonly Line[], lines: readonly Line[]): number[] {
  const places: number[] = [];
  for (const [place, { folded }] of text.entries()) {
    const wanted = lines[places.length];
    if (wanted === undefined) break;
    const isLast = places.length === lines.length - 1;
    if (folded === wanted.folded || (isLast && continues(folded, wanted.folded)))
      places.push(place);
  }
  return places;
}

/** Matches whole words: `No` is not in `Nothing`. */
function continues(line: string, beginning: string): boolean {
  return line.startsWith(beginning) && !/^[\p{L}\p{N}]/u.test(line.slice(beginning.length));
}

/** `added`, with the lines of `known` at `places`. */
function woven(known: readonly Line[], added: readonly Line[], places: readonly number[]): string {
  const own = new Map(places.map((place, index) => [place, known[index]]));
  return added
    .map((line, place) => withOwn(line, own.get(place)))
    .map(({ text, blanks }) => '\n'.repeat(blanks) + text)
    .join('\n');
}

function withOwn(line: Line, own: Line | undefined): Line {
  if (own === undefined) return line;
  const more = line.folded.slice(own.folded.length);
  const text = more === '' ? own.text : own.text.trimEnd() + more;
  return { ...line, text, blanks: Math.max(own.blanks, line.blanks) };
}
