import { titleOf, type Paper } from '@/lib/papers/paper';
import { paperHash } from './paper-address';

interface Props {
  paper: Paper;
  tabIndex?: number;
}

/** A paper's title in a list: the link that opens it. It can be pressed anywhere in its row. */
export function PaperTitle({ paper, tabIndex }: Props) {
  return (
    <h3 class="row-title" dir="auto">
      <a href={paperHash(paper.id)} tabIndex={tabIndex}>
        {titleOf(paper)}
      </a>
    </h3>
  );
}
