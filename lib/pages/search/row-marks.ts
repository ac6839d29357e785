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
  const inTitle = wordMarks(marks, 'title');
  const inNote = wordMarks(marks, 'note');
  const inAbstract = wordMarks(marks, 'abstract');
  const inAuthors = authorMarks(marks);
  const known = new WeakMap<Paper, { entry: Entry | undefined; pieces: Piece[] | undefined }>();
  return {
    title: (paper) => markWords(titleOf(paper), inTitle),
    author: (name) => markWords(name, inAuthors),
    organization: (organization) => markOrganization(organization, marks),
    tag: (tag) => markTag(tag, marks),
    excerpt({ paper, entry }) {
      const former = known.get(paper);
      if (former !== undefined && former.entry === entry) return former.pieces;
      // Note first: it says why the paper was kept.
      const pieces = excerptOf(entry?.note, inNote) ?? excerptOf(paper.abstract, inAbstract);
      known.set(paper, { entry, pieces });
      return pieces;
    },
  };
}

function excerptOf(text: string | undefined, marks: readonly WordMark[]): Piece[] | undefined {
  return text === undefined ? undefined : excerpt(text, marks, EXCERPT);
}
