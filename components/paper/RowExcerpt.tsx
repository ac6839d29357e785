import './row-excerpt.css';
import type { Entry } from '@/lib/papers/entry';
import type { Organization, Paper } from '@/lib/papers/paper';
import { Marked, type Piece } from './Marked';

/** Marks a row's search hits. */
export interface RowMarks {
  title(paper: Paper): readonly Piece[];
  author(name: string): readonly Piece[];
  organization(organization: Organization): readonly Piece[];
  tag(tag: string): readonly Piece[];
  /** From other texts; undefined without hits. */
  excerpt(row: { paper: Paper; entry: Entry | undefined }): readonly Piece[] | undefined;
}

/** The hits in note or abstract. */
export function RowExcerpt({ pieces }: { pieces: readonly Piece[] | undefined }) {
  if (pieces === undefined) return null;
  return (
    <p class="row-excerpt" dir="auto">
      <Marked pieces={pieces} />
    </p>
  );
}
