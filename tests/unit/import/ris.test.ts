import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ris } from '@/lib/import/ris';
import { read, readOne } from './read';

function one(text: string) {
  return readOne(ris, text);
}

describe('RIS of other programs', () => {
  it('reads Zotero, with HTML notes as text and without Extra as a note', async () => {
    expect(
      await one(
        [
          'TY  - GEN',
          'TI  - Quiet <i>Hours</i>',
          'AU  - Moreau, Ingrid',
          'AU  - van der Maaten, Laurens',
          'AU  - DeepSeek-AI',
          'AB  - Much inference is not urgent.',
          'DA  - 2023/08/02/',
          'PY  - 2023',
          'DO  - 10.48550/arXiv.2308.01234',
          'DP  - arXiv.org',
          'PB  - arXiv',
          'UR  - http://arxiv.org/abs/2308.01234',
          'Y2  - 2024/01/05/10:11:12',
          'N1  - arXiv:2308.01234 [cs]',
          'N1  - <div data-schema-version="9"><p>Read <strong>this</strong>:</p><ul><li>one &amp; two</li></ul></div>',
          'KW  - Machine Learning',
          'KW  - energy',
          'ER  - ',
          '',
          '',
        ].join('\r\n'),
      ),
    ).toEqual({
      line: 1,
      paper: {
        id: 'arxiv:2308.01234',
        title: 'Quiet Hours',
        abstract: 'Much inference is not urgent.',
        authors: ['Ingrid Moreau', 'Laurens van der Maaten', 'DeepSeek-AI'],
        publishedOn: '2023-08-02',
      },
      entry: { tags: ['Machine Learning', 'energy'], note: 'Read **this**:\n\n- one & two' },
    });
  });

  it('reads EndNote, with T1, A1, a KW of many lines and the identifier in AN', async () => {
    const { paper, entry } = await one(`TY  - JOUR
A1  - Moreau, Ingrid
A1  - Smith, John, Jr.
T1  - Quiet Hours
Y1  - 2019/05//
AN  - arXiv:math.GT/0309136
KW  - energy
grid; power
ID  - 42
ER  -
`);
    expect(paper).toMatchObject({
      id: 'arxiv:math/0309136',
      authors: ['Ingrid Moreau', 'John Smith Jr.'],
      publishedOn: '2019-05-01',
    });
    expect(entry).toEqual({ tags: ['energy', 'grid; power'] });
  });

  it('reads publishers, with keywords in one line, wrapped abstracts and a DOI', async () => {
    const { paper, entry } = await one(`Provider: Some Press
Content: text/plain

TY - JOUR
TI - On &amp; Off
AU - Ingrid Moreau
PY - 2020
DA - May 14
AB - AI is here.
AI - based methods too,
  and more.
KW - a, b; c
DO - https://doi.org/10.1000/ABC
UR - https://example.org/x
ER -
`);
    expect(paper).toEqual({
      id: 'doi:10.1000/abc',
      title: 'On & Off',
      authors: ['Ingrid Moreau'],
      abstract: 'AI is here. AI - based methods too, and more.',
      publishedOn: '2020-05-14',
      projectPage: 'https://example.org/x',
    });
    expect(entry.tags).toEqual(['a', 'b', 'c']);
  });

  it("takes no identifier from the reader's note", async () => {
    const { paper, entry } = await one(
      'TY  - JOUR\nTI  - Mine\nN1  - compare arXiv:2512.01234\nER  - \n',
    );
    expect(paper.id).toMatch(/^title:/);
    expect(entry.note).toBe('compare arXiv:2512.01234');
  });
});

describe('a RIS file', () => {
  it('may lack ends and beginnings of records', async () => {
    const { records, problems } = await read(
      ris,
      '\ufeffTI  - First\nAU  - A, B\nTY  - JOUR\nTI  - Second\n\nTY  - JOUR\nTI  - Third',
    );
    expect(records.map(({ paper, line }) => [paper.title, line])).toEqual([
      ['First', 1],
      ['Second', 3],
      ['Third', 6],
    ]);
    expect(problems).toEqual([]);
  });

  it.each(['\n', '\r\n', '\r'])('may end its lines with %j', async (lineBreak) => {
    const { records } = await read(
      ris,
      ['TY  - JOUR', 'TI  - A', 'ER  - ', 'TY  - JOUR', 'TI  - B', 'ER  - '].join(lineBreak),
    );
    expect(records.map(({ paper, line }) => [paper.title, line])).toEqual([
      ['A', 1],
      ['B', 4],
    ]);
  });

  it('reports a truncation and ignores the incomplete line', async () => {
    const { records, problems } = await read(
      ris,
      'TY  - JOUR\nTI  - A\nER  - \nTY  - JOUR\nTI  - B\nDO  - 10.1000/ab',
    );
    expect(records.map(({ paper }) => paper.title)).toEqual(['A', 'B']);
    expect(records[1]?.paper.id).toMatch(/^title:/);
    expect(problems).toEqual([{ code: 'truncated', line: 6, excerpt: 'DO - 10.1000/ab' }]);
  });

  it('reports the line of an empty record', async () => {
    expect(await read(ris, 'TY  - JOUR\nAU  - A, B\nER  - \n')).toEqual({
      records: [],
      dismissals: [],
      problems: [{ code: 'no-identity', line: 1 }],
    });
  });

  it('is read to its end with any content', async () => {
    const part = fc.constantFrom(
      ...'TY  - |ER  - |TI  - x|AU  - a, b, c|KW  - |N1  - <p>|</p>|\n|\r|DA  - 2020/99/99/|__proto__  - x|\u0000|UR  - https://github.com/a/b'.split(
        '|',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(part, fc.string()), { maxLength: 40 }), async (parts) => {
        await read(ris, parts.join(''));
      }),
      { numRuns: 500 },
    );
  });
});
