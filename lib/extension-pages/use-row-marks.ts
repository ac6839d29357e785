import { useMemo } from 'preact/hooks';
import type { RowMarks } from '@/components/RowExcerpt';
import { titleOf } from '../papers/paper';
import type { Mark } from '../search/found';
import { excerpt, markWords } from '../search/mark-words';

/** Length of an excerpt: about what a wide row holds in one line, UTF-16 units. */
const EXCERPT = 160;

/** How the hits of a search are shown in the rows; undefined when there is nothing to mark. */
export function useRowMarks(marks: readonly Mark[]): RowMarks | undefined {
  return useMemo(() => {
    if (marks.length === 0) return undefined;
    return {
      title: (paper) => markWords(titleOf(paper), marks),
      excerpt({ paper, entry }) {
        // The reader's own words first: they tell more of why it was kept.
        for (const text of [entry?.note, paper.abstract]) {
          const pieces = text && excerpt(text, marks, EXCERPT);
          if (pieces) return pieces;
        }
        return undefined;
      },
    };
  }, [marks]);
}
