import { expect, test } from 'vitest';
import { markdown } from '@/lib/export/markdown';
import { readingList } from '@/lib/import/reading-list';
import { formatOf } from '@/lib/import/registry';
import { EXPORTED_AT, makeRecord } from '../export/records';
import { read } from './read';

const NOTE = `See https://arxiv.org/abs/1706.03762.

## [Not a paper](https://arxiv.org/abs/2001.00001)
@misc{a, title = {b}}
TY  - JOUR`;
const RECORDS = [
  makeRecord(
    {
      id: 'arxiv:2512.01234',
      title: 'A [B] *c* of 1_000 ## ]( things',
      abstract: 'arXiv:2002.00002',
    },
    { note: NOTE, tags: ['nlp'], status: 'read' },
  ),
  makeRecord({
    id: 'doi:10.1000/shelf',
    title: 'Shelving',
    projectPage: 'https://example.org/a(1)',
  }),
  makeRecord({ id: 'title:c36db3f5', title: '- Only a title' }),
];
const TEXT = markdown.write(RECORDS, EXPORTED_AT);

test.each(['', 'x.md', 'x.bib'])('recognises our own Markdown named "%s"', (name) => {
  expect(formatOf(TEXT, name)?.id).toBe('reading-list');
  expect(formatOf(TEXT.replaceAll('\n', '\r\n'), name)?.id).toBe('reading-list');
});

test.each(['# Reading list\n\nhttps://arxiv.org/abs/1706.03762', `Dear diary,\n${TEXT}`])(
  'treats other Markdown as a list of links: %j',
  (text) => {
    expect(formatOf(text, 'x.md')?.id).toBe('pasted-list');
  },
);

test.each([TEXT, TEXT.replaceAll('\n', '\r\n')])(
  'reads every paper but no mentioned one, and reports that the list is incomplete',
  async (text) => {
    const { records, problems } = await read(readingList, text);

    expect(problems).toEqual([{ code: 'only-for-reading' }]);
    expect(records.map(({ paper }) => [paper.id.split(':')[0], paper.title])).toEqual([
      ['arxiv', 'A [B] *c* of 1_000 ## ]( things'],
      ['title', 'Shelving'],
      ['title', '- Only a title'],
    ]);
    expect(records[0]?.paper.id).toBe('arxiv:2512.01234');
    expect(records.map(({ entry }) => entry)).toEqual([{}, {}, {}]);
    expect(records[0]?.line).toBe(5);
  },
);
