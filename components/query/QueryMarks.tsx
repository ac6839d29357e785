import type { ComponentChildren } from 'preact';
import type { Span } from '@/lib/query/query';

/** More than these help nobody, and a long text can have thousands. */
const MARKS = 20;

interface Props {
  text: string;
  /** Pieces to underline, in their order. */
  spans: readonly Span[];
}

/**
 * The text of a field once more, unseen but for the lines under some pieces of it, to be laid behind
 * the field: what stands in an input cannot be marked itself.
 */
export function QueryMarks({ text, spans }: Props) {
  const pieces: ComponentChildren[] = [];
  let at = 0;
  for (const { start, end } of spans.slice(0, MARKS)) {
    // A piece within one that is marked already.
    if (start < at) continue;
    pieces.push(text.slice(at, start), <u key={start}>{text.slice(start, end)}</u>);
    at = end;
  }
  return <>{[...pieces, text.slice(at)]}</>;
}
