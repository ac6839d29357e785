import type { ComponentChildren } from 'preact';
import type { Span } from '@/lib/query/query';

/** More marks do not help, and a long text can have thousands. */
const MARKS = 20;

interface Props {
  text: string;
  /** Pieces to underline, in order. */
  spans: readonly Span[];
}

/**
 * A transparent copy of the text with underlines, laid behind the input, which cannot mark its own
 * text.
 */
export function QueryMarks({ text, spans }: Props) {
  const pieces: ComponentChildren[] = [];
  let at = 0;
  for (const { start, end } of spans.slice(0, MARKS)) {
    // Nested in a marked piece.
    if (start < at) continue;
    pieces.push(text.slice(at, start), <u key={start}>{text.slice(start, end)}</u>);
    at = end;
  }
  return <>{[...pieces, text.slice(at)]}</>;
}
