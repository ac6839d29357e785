/** Text, marked if it is a search hit. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** One piece, even if `text` is empty. */
export function unmarked(text: string): readonly Piece[] {
  return [{ text, marked: false }];
}

/** Whether any piece is marked. */
export function isHit(pieces: readonly Piece[]): boolean {
  return pieces.some(({ marked }) => marked);
}

export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  // Pieces have neither state nor another key.
  return pieces.map(({ text, marked }, index) =>
    // oxlint-disable-next-line react/no-array-index-key
    marked ? <mark key={index}>{text}</mark> : text,
  );
}
