import { expect, it } from 'vitest';
import { rowMarks } from '@/lib/extension-pages/row-marks';
import type { Entry } from '@/lib/papers/entry';
import type { Paper } from '@/lib/papers/paper';
import type { Mark } from '@/lib/search/found';

const MARKS: Mark[] = [{ kind: 'prefix', word: 'needle' }];
const paper: Paper = {
  id: 'arxiv:2609.00001',
  title: 'A needle',
  abstract: 'The needle of the abstract',
};

function anEntry(note: string): Entry {
  return {
    paperId: paper.id,
    status: 'to-read',
    tags: [],
    note,
    citationKey: 'quill2026',
    savedAt: 1,
    updatedAt: 1,
    removedAt: 0,
    editedAt: {},
  };
}

const textOf = (pieces: readonly { text: string }[] | undefined): string | undefined =>
  pieces?.map(({ text }) => text).join('');

it('shows the note before the abstract, and nothing without a hit', () => {
  const { excerpt } = rowMarks(MARKS);
  expect(textOf(excerpt({ paper, entry: anEntry('my needle') }))).toBe('my needle');
  expect(textOf(excerpt({ paper, entry: anEntry('mine') }))).toBe(paper.abstract);
  const bare = { ...paper, abstract: 'hay' };
  expect(excerpt({ paper: bare, entry: undefined })).toBeUndefined();
});

it('works out the excerpt of a row once, and anew when its entry is another', () => {
  const { excerpt } = rowMarks(MARKS);
  const entry = anEntry('my needle');
  const first = excerpt({ paper, entry });
  expect(excerpt({ paper, entry })).toBe(first);
  expect(textOf(excerpt({ paper, entry: anEntry('another needle') }))).toBe('another needle');
});
