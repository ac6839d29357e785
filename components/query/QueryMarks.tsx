import type { ComponentChildren } from 'preact';
import type { Span } from '@/lib/query/query';

/** A long text can have thousands, which do not help. */
const MARKS = 20;

interface Props {
  text: string;
  /** To underline, in order. */
  spans: readonly Span[];
}

/** A transparent, underlined copy of the text, behind the input, which cannot mark its text. */
export function QueryMarks({ text, spans }: Props) {
  const pieces: ComponentChildren[] = [];
  let at = 0;
  for (const { start, end } of spans.slice(0, MARKS)) {
    // Within a marked piece.
    if (start < at) continue;
    pieces.push(text.slice(at, start), <u key={start}>{text.slice(start, end)}</u>);
    at = end;
  }
  return <>{[...pieces, text.slice(at)]}</>;
}
