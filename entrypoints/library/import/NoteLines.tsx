import { beginning } from './merge-messages';

/** More of a note is not compared, nor are more passages shown. Lines are the cost. */
const LONGEST_COMPARED = 500_000;
const MOST_PASSAGES = 200;

interface Props {
  note: string;
  /** The note as it was: lines that it lacks are marked as added. Undefined to mark nothing. */
  before: string | undefined;
}

/** A note as it is written, what came to it marked. */
export function NoteLines({ note, before }: Props) {
  return (
    <div class="merge-note" dir="auto">
      {passagesOf(note.slice(0, LONGEST_COMPARED), before?.slice(0, LONGEST_COMPARED))
        .slice(0, MOST_PASSAGES)
        .map(({ start, text, added }) =>
          added ? (
            <ins key={start}>{beginning(text)}</ins>
          ) : (
            <div key={start}>{beginning(text)}</div>
          ),
        )}
    </div>
  );
}

interface Passage {
  /** Its first line, from 0. */
  start: number;
  text: string;
  added: boolean;
}

/** The note in passages that are all old or all added; an empty line belongs to the one before. */
function passagesOf(note: string, before: string | undefined): Passage[] {
  const former = new Set(before?.split('\n'));
  const passages: Passage[] = [];
  for (const [start, text] of note.split('\n').entries()) {
    const last = passages.at(-1);
    const isEmpty = text.trim() === '';
    const added = isEmpty ? (last?.added ?? false) : before !== undefined && !former.has(text);
    if (last?.added === added) last.text += `\n${text}`;
    else passages.push({ start, text, added });
  }
  return passages;
}
