/** A piece of a text, marked when it is what was searched for. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** The whole of a text, with nothing marked. */
export function unmarked(text: string): readonly Piece[] {
  return [{ text, marked: false }];
}

/** Whether there is something of what was searched for. */
export function isHit(pieces: readonly Piece[]): boolean {
  return pieces.some(({ marked }) => marked);
}

/** A text with the words that were searched for marked. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  // Their order is all that tells them apart, and they hold no state.
  return pieces.map(({ text, marked }, index) =>
    // oxlint-disable-next-line react/no-array-index-key
    marked ? <mark key={index}>{text}</mark> : text,
  );
}
