import { describe, expect, it } from 'vitest';
import { pastedList } from '@/lib/import/pasted-list';
import { arxivIdentifier } from '@/lib/papers/paper-id';
import { parseQuery } from '@/lib/query/parse-query';
import { read } from './read';

const idsIn = async (text: string) =>
  (await read(pastedList, text)).records.map(({ paper }) => paper.id);

describe('a pasted list', () => {
  it('returns each paper that any text links or names once', async () => {
    const text = `Read these: see https://arxiv.org/abs/2512.01234v3 and math/0502036.
- [PDF](http://arxiv.org/pdf/2512.01234.pdf), arXiv:1706.03762v7; hep-th/9901001v2
* https://huggingface.co/papers/2507.06261 "https://doi.org/10.48550/arXiv.2401.00001"
  <https://www.alphaxiv.org/abs/2401.00002>, 0704.0001
\\cite{1706.03762}`;

    expect(await idsIn(text)).toEqual([
      'arxiv:2512.01234',
      'arxiv:math/0502036',
      'arxiv:1706.03762',
      'arxiv:hep-th/9901001',
      'arxiv:2507.06261',
      'arxiv:2401.00001',
      'arxiv:2401.00002',
      'arxiv:0704.0001',
    ]);
  });

  it.each([
    'https://arxiv.org/abs/2512.01234v2',
    'http://export.arxiv.org/abs/math%2F0502036',
    'https://ar5iv.labs.arxiv.org/html/1706.03762',
    'https://www.alphaxiv.org/overview/2512.01234',
    'https://www.semanticscholar.org/arxiv/2512.01234',
    'https://hf.co/papers/2512.01234?ref=x',
    'https://example.org/?u=https://arxiv.org/pdf/2512.01234.pdf',
    'arXiv.org:2512.01234',
    'doi:10.48550/arXiv.2512.01234',
    'math.GT/0309136v1.',
    '2512.01234v2.pdf',
  ])('reads the same paper from %s as a search does', async (word) => {
    const [id = 'arxiv:none', ...others] = await idsIn(word);
    expect(others).toEqual([]);
    const { condition } = parseQuery(word, 0);
    expect(condition).toEqual({ kind: 'phrase', text: arxivIdentifier(id) });
  });

  it('returns only the id and line of each paper', async () => {
    const { records, problems } = await read(pastedList, 'a\r\n\r\n2512.01234\nb 2512.01235 c');

    expect(records).toEqual([
      { paper: { id: 'arxiv:2512.01234', title: '' }, entry: {}, line: 3 },
      { paper: { id: 'arxiv:2512.01235', title: '' }, entry: {}, line: 4 },
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['other numbers', 'pi is 3.14159, in 2013.1999 and 1234.567, and/or 2599.01234'],
    ['other links', 'https://example.org/2512.01234 https://doi.org/10.1000/182'],
    ['nothing', ''],
  ])('finds no paper in %s', async (_, text) => {
    expect(await idsIn(text)).toEqual([]);
    expect(pastedList.recognises(text, '')).toBe(false);
  });
});
