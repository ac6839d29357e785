import { titleOf, type Paper } from '@/lib/papers/paper';
import { Marked, type Piece } from './Marked';
import { paperHash } from '../format/paper-address';

interface Props {
  paper: Paper;
  tabIndex?: number;
  /** Its title with the hits of a search marked. */
  pieces?: readonly Piece[] | undefined;
}

/** A paper's title in a list: the link that opens it. It can be pressed anywhere in its row. */
export function PaperTitle({ paper, tabIndex, pieces }: Props) {
  return (
    <h3 class="row-title" dir="auto">
      <a href={paperHash(paper.id)} tabIndex={tabIndex}>
        {pieces ? <Marked pieces={pieces} /> : titleOf(paper)}
      </a>
    </h3>
  );
}
