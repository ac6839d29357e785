import type { RowMarks } from '@/components/paper/RowExcerpt';
import type { Entry } from '@/lib/papers/entry';
import { type Paper, titleOf } from '@/lib/papers/paper';
import type { Mark, WordMark } from '@/lib/search/found';
import { authorMarks, markOrganization, markTag, wordMarks } from '@/lib/search/mark/mark-fields';
import { excerpt, markWords, type Piece } from '@/lib/search/mark/mark-words';

/** UTF-16 units: about two lines of a row. */
const EXCERPT = 130;

/** Search highlights; caches excerpts, since rows render often. */
export function rowMarks(marks: readonly Mark[]): RowMarks {
  const words = wordMarks(marks);
  const inAuthors = authorMarks(marks);
  const known = new WeakMap<Paper, { entry: Entry | undefined; pieces: Piece[] | undefined }>();
  return {
    title: (paper) => markWords(titleOf(paper), words),
    author: (name) => markWords(name, inAuthors),
    organization: (organization) => markOrganization(organization, marks),
    tag: (tag) => markTag(tag, marks),
    excerpt({ paper, entry }) {
      const former = known.get(paper);
      if (former !== undefined && former.entry === entry) return former.pieces;
      const pieces = excerptOf(paper, entry, words);
      known.set(paper, { entry, pieces });
      return pieces;
    },
  };
}

function excerptOf(
  paper: Paper,
  entry: Entry | undefined,
  marks: readonly WordMark[],
): Piece[] | undefined {
  // Note first: it says why the paper was kept.
  for (const text of [entry?.note, paper.abstract]) {
    const pieces = text && excerpt(text, marks, EXCERPT);
    if (pieces) return pieces;
  }
  return undefined;
}
