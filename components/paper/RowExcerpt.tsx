import './row-excerpt.css';
import type { Entry } from '@/lib/papers/entry';
import type { Organization, Paper } from '@/lib/papers/paper';
import { Marked, type Piece } from './Marked';

/** Marks search hits in a row. */
export interface RowMarks {
  title(paper: Paper): readonly Piece[];
  author(name: string): readonly Piece[];
  organization(organization: Organization): readonly Piece[];
  tag(tag: string): readonly Piece[];
  /** An excerpt of its other texts; undefined without hits. */
  excerpt(row: { paper: Paper; entry: Entry | undefined }): readonly Piece[] | undefined;
}

/** An excerpt of the note or abstract with search hits. */
export function RowExcerpt({ pieces }: { pieces: readonly Piece[] | undefined }) {
  if (pieces === undefined) return null;
  return (
    <p class="row-excerpt" dir="auto">
      <Marked pieces={pieces} />
    </p>
  );
}
