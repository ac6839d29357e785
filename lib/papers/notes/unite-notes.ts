import { foldSpaces } from '@/lib/shared/text';

/**
 * One note out of two: the one that holds the other, else both, `known` first. White space does not
 * count, since every format has its own way with it; that of `known` is kept, where it may be code.
 */
export function unitedNotes(known: string, added: string): string {
  const knownLines = linesOf(known);
  const addedLines = linesOf(added);
  if (matches(knownLines, addedLines).length === addedLines.length) return known;
  if (knownLines.length === 0) return added;
  const places = matches(addedLines, knownLines);
  if (places.length === knownLines.length) return woven(knownLines, addedLines, places);
  return `${known.replace(/\s+$/, '')}\n\n${added.replace(/^(?:[^\S\n]*\r?\n)+/, '')}`;
}

/** A line that is not blank. */
interface Line {
  /** As it stands there. */
  text: string;
  folded: string;
  /** How many blank lines stand before it. */
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

/** Where each of `lines` stands in `text`, in this order; the last may go on there. Up to the first that does not. */
function matches(text: readonly Line[], lines: readonly Line[]): number[] {
  const places: number[] = [];
  for (const [place, { folded }] of text.entries()) {
    const wanted = lines[places.length];
    if (wanted === undefined) break;
    const isLast = places.length === lines.length - 1;
    if (folded === wanted.folded || (isLast && goesOn(folded, wanted.folded))) places.push(place);
  }
  return places;
}

/** Whether `line` begins with the words of `beginning`: `No` is not in `Nothing`. */
function goesOn(line: string, beginning: string): boolean {
  return line.startsWith(beginning) && !/^[\p{L}\p{N}]/u.test(line.slice(beginning.length));
}

/** `added`, with the lines of `known`, which stand at `places` in it, as they are in `known`. */
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
