import type { Entry } from '@/lib/papers/entry';
import type { Organization, Paper } from '@/lib/papers/paper';
import { Marked, type Piece } from './Marked';

/** How the hits of a search are shown in a row. */
export interface RowMarks {
  title(paper: Paper): readonly Piece[];
  author(name: string): readonly Piece[];
  organization(organization: Organization): readonly Piece[];
  tag(tag: string): readonly Piece[];
  /** A piece of its other texts with hits in it; undefined when there is none. */
  excerpt(row: { paper: Paper; entry: Entry | undefined }): readonly Piece[] | undefined;
}

/** The piece of a paper's note or abstract that was found. */
export function RowExcerpt({ pieces }: { pieces: readonly Piece[] | undefined }) {
  if (pieces === undefined) return null;
  return (
    <p class="row-excerpt" dir="auto">
      <Marked pieces={pieces} />
    </p>
  );
}
