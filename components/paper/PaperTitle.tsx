import './paper-title.css';
import { titleOf, type Paper } from '@/lib/papers/paper';
import { Marked, type Piece } from './Marked';
import { paperHash } from '../format/paper-address';

interface Props {
  paper: Paper;
  tabIndex?: number;
  /** With search hits marked. */
  pieces?: readonly Piece[] | undefined;
}

/** A row's title link, which covers the row. */
export function PaperTitle({ paper, tabIndex, pieces }: Props) {
  return (
    <h3 class="row-title" dir="auto">
      <a href={paperHash(paper.id)} tabIndex={tabIndex}>
        {pieces ? <Marked pieces={pieces} /> : titleOf(paper)}
      </a>
    </h3>
  );
}
