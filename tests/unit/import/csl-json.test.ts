import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cslJson } from '@/lib/import/csl-json';
import { read, readOne } from './read';

const ITEM = { id: 'moreau2020', type: 'article', title: 'Quiet Hours' };

describe('CSL-JSON of other programs', () => {
  it('reads Zotero, without URLs as citation keys or Extra as a note', async () => {
    expect(
      await readOne(
        cslJson,
        JSON.stringify([
          {
            id: 'http://zotero.org/users/1/items/ABC',
            type: 'article',
            title: 'Quiet <i>Hours</i> &amp; <span class="nocase">LLMs</span>',
            publisher: 'arXiv',
            number: 'arXiv:2308.01234',
            abstract: '<jats:p>Much inference</jats:p> <jats:p>waits.</jats:p>',
            note: 'arXiv:2308.01234 [cs]\nCitation Key: moreau2023quiet',
            DOI: '10.48550/arXiv.2308.01234',
            author: [
              { family: 'Moreau', given: 'Ingrid' },
              { family: 'Maaten', given: 'Laurens', 'non-dropping-particle': 'van der' },
              { family: 'Smith', given: 'John', suffix: 'Jr.' },
              { literal: 'DeepSeek-AI' },
            ],
            issued: { 'date-parts': [['2023', 8, '2']] },
          },
        ]),
      ),
    ).toEqual({
      line: 1,
      paper: {
        id: 'arxiv:2308.01234',
        title: 'Quiet Hours & LLMs',
        abstract: 'Much inference waits.',
        authors: ['Ingrid Moreau', 'Laurens van der Maaten', 'John Smith Jr.', 'DeepSeek-AI'],
        publishedOn: '2023-08-02',
      },
      entry: { citationKey: 'moreau2023quiet' },
    });
  });

  it('reads Crossref, with titles in lists', async () => {
    const { paper } = await readOne(
      cslJson,
      JSON.stringify({
        ...ITEM,
        title: ['Quiet Hours'],
        DOI: '10.1000/ABC',
        issued: { raw: '5 May 2020' },
      }),
    );
    expect(paper).toEqual({
      id: 'doi:10.1000/abc',
      title: 'Quiet Hours',
      publishedOn: '2020-05-05',
    });
  });

  it.each([
    ['a list', [ITEM, ITEM]],
    ['items', { items: [ITEM, ITEM] }],
    ['references', { title: 'Mine', references: [ITEM, ITEM] }],
  ])('reads %s', async (_, file) => {
    const { records, problems } = await read(cslJson, JSON.stringify(file));
    expect([records.length, problems]).toEqual([2, []]);
  });

  it('skips an invalid field, not its item', async () => {
    const { paper, entry } = await readOne(
      cslJson,
      JSON.stringify([
        {
          ...ITEM,
          id: 7,
          author: [{ family: 3 }, null, 'Moreau, Ingrid'],
          issued: 'once',
          abstract: {},
          keyword: ['x'],
          custom: 'y',
          DOI: null,
          note: false,
        },
      ]),
    );
    expect(paper).toEqual({
      id: expect.stringMatching(/^title:/),
      title: 'Quiet Hours',
      authors: ['3', 'Ingrid Moreau'],
    });
    expect(entry).toEqual({ tags: ['x'] });
  });

  it("keeps the reader's note and takes no identifier from it", async () => {
    const { paper, entry } = await readOne(
      cslJson,
      JSON.stringify([{ ...ITEM, note: 'compare\narXiv:2512.01234' }]),
    );
    expect([paper.id.slice(0, 6), entry.note]).toEqual(['title:', 'compare\narXiv:2512.01234']);
  });
});

describe('a CSL-JSON file', () => {
  const pretty = JSON.stringify(
    [ITEM, { ...ITEM, title: 'Second' }, { ...ITEM, title: 'Third' }],
    null,
    2,
  );

  it('returns the line of each item', async () => {
    const { records } = await read(cslJson, pretty);
    expect(records.map(({ line }) => line)).toEqual([2, 7, 12]);
  });

  it('keeps the items before a truncation', async () => {
    const { records, problems } = await read(cslJson, pretty.slice(0, pretty.indexOf('Third')));
    expect(records).toHaveLength(2);
    expect(problems).toEqual([{ code: 'truncated', line: 15, excerpt: '"title": "' }]);
  });

  it('keeps the items before a syntax error and reports its line', async () => {
    const { records, problems } = await read(cslJson, pretty.replace('"Third"', 'Third'));
    expect(records).toHaveLength(2);
    expect(problems).toEqual([{ code: 'broken-rest', line: 15, excerpt: '"title": Third' }]);
  });

  it('reports what is not an item', async () => {
    const { records, problems } = await read(cslJson, JSON.stringify([ITEM, 7, [], {}]));
    expect(records).toHaveLength(1);
    expect(problems).toEqual([
      { code: 'bad-entry', line: 1, excerpt: '7' },
      { code: 'bad-entry', line: 1, excerpt: '[]' },
      { code: 'no-identity', line: 1 },
    ]);
  });

  it('changes no prototype', async () => {
    const text = '[{"__proto__":{"title":"x","polluted":1},"constructor":{},"title":"T"}]';
    expect((await readOne(cslJson, text)).paper.title).toBe('T');
    expect('polluted' in {}).toBe(false);
  });

  it('reads any text to its end', async () => {
    const value = fc.anything({ withNullPrototype: false, maxDepth: 3 });
    const item = fc.dictionary(
      fc.constantFrom(
        'id',
        'title',
        'author',
        'issued',
        'note',
        'DOI',
        'URL',
        'keyword',
        'custom',
        'date-parts',
        '__proto__',
      ),
      value,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(item), fc.nat(), async (items, cut) => {
        const text = JSON.stringify(items, (_, inner) => (typeof inner === 'bigint' ? 0 : inner));
        await read(cslJson, text);
        await read(cslJson, text.slice(0, cut % (text.length + 1)));
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => void (await read(cslJson, text))),
    );
  });
});
