import { describe, expect, it } from 'vitest';
import { paperMemory } from '@/lib/import/papermemory';
import { read } from './read';

// The real format with made-up papers.
const ARXIV = {
  addDate: '2025-12-03T08:00:00.000Z',
  author: 'Ada Quill and Bo  van der Leaf and Castro, Cy',
  bibtex: '@article{quill2025shelving,\ntitle={Shelving}}',
  code: {},
  codeLink: 'http://github.com/a/b_c',
  count: 2,
  favorite: true,
  favoriteDate: '2025-12-04T08:00:00.000Z',
  id: 'Arxiv-2512.01234',
  key: 'quill2025shelving',
  lastOpenDate: '2025-12-05T08:00:00.000Z',
  md: '[Shelving](http://arxiv.org/pdf/2512.01234v7)',
  note: 'Accepted @ SHELF 2025\nread twice',
  pdfLink: 'http://arxiv.org/pdf/2512.01234v7',
  source: 'arxiv',
  tags: ['agents', 'long-context'],
  title: 'Shelving at Scale:\n  Part  One',
  venue: 'SHELF',
  year: '2025',
};
const JOURNAL = {
  ...ARXIV,
  id: 'Springer-2020_0a1b2c3d',
  bibtex: '@article{k,\n doi = {10.1007/S00-11},\n}',
  codeLink: '',
  favorite: false,
  key: '',
  note: '',
  pdfLink: 'https://link.springer.com/content/pdf/10.1007/s00-11.pdf',
  tags: [],
  title: 'Shelves',
  year: 2020,
};
const FILE = JSON.stringify({
  'Arxiv-2512.01234': ARXIV,
  'Springer-2020_0a1b2c3d': JOURNAL,
  'Arxiv-math_0502036': { id: 'Arxiv-math_0502036', title: 'Old' },
  __dataVersion: 510,
});

describe('importing from PaperMemory', () => {
  it('returns the facts and the entry of a paper', async () => {
    const { records, problems } = await read(paperMemory, FILE);

    expect(problems).toEqual([]);
    expect(records[0]).toEqual({
      paper: {
        id: 'arxiv:2512.01234',
        title: 'Shelving at Scale: Part One',
        authors: ['Ada Quill', 'Bo van der Leaf', 'Cy Castro'],
        publishedOn: '2025-01-01',
        githubRepo: 'https://github.com/a/b_c',
      },
      entry: {
        tags: ['agents', 'long-context', 'favorite'],
        note: 'Accepted @ SHELF 2025\nread twice',
        citationKey: 'quill2025shelving',
        savedAt: Date.UTC(2025, 11, 3, 8),
      },
      line: 1,
    });
  });

  it('identifies papers of other sources by DOI, and old ones by identifier', async () => {
    const { records } = await read(paperMemory, FILE);

    expect(records[1]?.paper).toMatchObject({
      id: 'doi:10.1007/s00-11',
      publishedOn: '2020-01-01',
    });
    expect(records[1]?.entry).toEqual({ savedAt: Date.UTC(2025, 11, 3, 8) });
    expect(records[2]?.paper).toEqual({ id: 'arxiv:math/0502036', title: 'Old' });
  });

  it('skips and reports invalid entries', async () => {
    const text = JSON.stringify({
      a: 7,
      b: { title: '', tags: 'none', note: {} },
      c: { id: 'Arxiv-2512.01235', title: 9, author: null, tags: [1, 'x'], addDate: 'never' },
      __dataVersion: 510,
    });

    const { records, problems } = await read(paperMemory, text);

    expect(records).toEqual([
      { paper: { id: 'arxiv:2512.01235', title: '' }, entry: { tags: ['x'] }, line: 1 },
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['bad-entry', 'no-identity']);
    expect(problems[0]?.excerpt).toBe('a: 7');
  });

  it('returns the entries before a truncation, at any place', async () => {
    let most = 0;
    for (let end = 0; end < FILE.length; end += 1) {
      const { records, problems } = await read(paperMemory, FILE.slice(0, end));

      expect(problems.map(({ code }) => code)).toEqual(['truncated']);
      expect(records.length).toBeGreaterThanOrEqual(most);
      most = records.length;
    }
    expect(most).toBe(3);
  });

  it('changes no prototype', async () => {
    const text = `{"__proto__":{"title":"x"},"constructor":${JSON.stringify(ARXIV)},"__dataVersion":1}`;

    const { records } = await read(paperMemory, text);

    expect(records.map(({ paper }) => paper.title)).toContain('Shelving at Scale: Part One');
    expect({}).not.toHaveProperty('title');
  });
});
