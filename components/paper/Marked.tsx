/** A piece of text, marked if it is a search hit. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** A text without marks. */
export function unmarked(text: string): readonly Piece[] {
  return [{ text, marked: false }];
}

/** Whether any piece is marked. */
export function isHit(pieces: readonly Piece[]): boolean {
  return pieces.some(({ marked }) => marked);
}

/** A text with its search hits marked. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  // Pieces have no state and no other key.
  return pieces.map(({ text, marked }, index) =>
    // oxlint-disable-next-line react/no-array-index-key
    marked ? <mark key={index}>{text}</mark> : text,
  );
}
