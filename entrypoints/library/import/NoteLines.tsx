import { beginning } from './merge-messages';

/** Limits for long notes: UTF-16 units compared, passages shown. */
const LONGEST_COMPARED = 500_000;
const MOST_PASSAGES = 200;

interface Props {
  note: string;
  /** The earlier note; marks lines it lacks as added. Undefined marks nothing. */
  before: string | undefined;
}

/** A note's source, additions marked. */
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
  /** First line, from 0. */
  start: number;
  text: string;
  added: boolean;
}

/** Runs of old or added lines; empty lines join the preceding run. */
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
