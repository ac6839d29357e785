import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoteroCsv } from '@/lib/import/zotero-csv';
import { read, readOne } from './read';

const HEADINGS = [
  'Key', 'Item Type', 'Publication Year', 'Author', 'Title', 'Publication Title', 'DOI', 'Url',
  'Abstract Note', 'Date', 'Extra', 'Notes', 'Manual Tags', 'Automatic Tags', 'Archive ID',
]; // prettier-ignore

function csv(rows: Record<string, string>[], separator = ',', lineBreak = '\n') {
  const line = (cells: string[]) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator);
  return [
    line(HEADINGS),
    ...rows.map((row) => line(HEADINGS.map((heading) => row[heading] ?? ''))),
  ].join(lineBreak);
}

const ROW = {
  Key: 'ABC123',
  'Item Type': 'preprint',
  'Publication Year': '2023',
  Author: 'Moreau, Ingrid; van der Maaten, Laurens; DeepSeek-AI; 王, 小明',
  Title: 'Quiet "Hours"',
  Url: 'http://arxiv.org/abs/2308.01234',
  'Abstract Note': 'Much inference\nwaits, often.',
  Date: '2023-08-02',
  Extra: 'arXiv:2308.01234 [cs]\nCitation Key: moreau2023quiet',
  Notes: '<p>First</p>; <div><p>Second &lt;b&gt;</p><ul><li>a</li><li>b</li></ul></div>',
  'Manual Tags': 'energy; to-read',
  'Automatic Tags': 'Computer Science - Machine Learning; Energy',
  'Archive ID': 'arXiv:2308.01234',
};

describe("Zotero's CSV", () => {
  it('is read with every field', async () => {
    expect(await readOne(zoteroCsv, csv([ROW]))).toEqual({
      line: 2,
      paper: {
        id: 'arxiv:2308.01234',
        title: 'Quiet "Hours"',
        abstract: 'Much inference waits, often.',
        authors: ['Ingrid Moreau', 'Laurens van der Maaten', 'DeepSeek-AI', '王小明'],
        publishedOn: '2023-08-02',
      },
      entry: {
        tags: ['energy', 'to-read', 'Computer Science - Machine Learning'],
        note: 'First\n\nSecond <b>\n\n- a\n- b',
        citationKey: 'moreau2023quiet',
      },
    });
  });

  it.each([
    ['the archive', { 'Archive ID': 'arXiv:2308.01234' }],
    ['Extra', { Extra: 'read soon\narXiv: 2308.01234' }],
    ['the DOI', { DOI: '10.48550/arXiv.2308.01234' }],
    ['the address', { Url: 'https://arxiv.org/pdf/2308.01234v2' }],
  ])('finds the arXiv identifier in %s', async (_, row) => {
    const { paper } = await readOne(zoteroCsv, csv([{ Title: 'T', ...row }]));
    expect(paper.id).toBe('arxiv:2308.01234');
  });

  it('keeps text that the reader added to Extra', async () => {
    const { entry } = await readOne(
      zoteroCsv,
      csv([{ Title: 'T', Extra: 'read soon', Notes: '<p>n</p>' }]),
    );
    expect(entry.note).toBe('n\n\nread soon');
  });

  it('may be saved by a spreadsheet with semicolons, and has a line for each row', async () => {
    const text = csv([ROW, {}, { Title: 'Second', DOI: '10.1000/x' }], ';', '\r\n');
    const { records, problems } = await read(zoteroCsv, text);
    expect(records.map(({ paper, line }) => [paper.id, line])).toEqual([
      ['arxiv:2308.01234', 2],
      ['doi:10.1000/x', 6],
    ]);
    expect(problems).toEqual([]);
  });

  it('keeps the rows before a truncation in quotes, and reports its line', async () => {
    const text = csv([ROW, { ...ROW, Title: 'Latter' }]);
    const { records, problems } = await read(
      zoteroCsv,
      text.slice(0, text.lastIndexOf('Latter') + 3),
    );
    expect(records).toHaveLength(1);
    expect(problems).toEqual([{ code: 'truncated', line: 5, excerpt: 'Lat' }]);
  });

  it('is recognised by its headings', () => {
    expect(zoteroCsv.recognises(csv([]), '')).toBe(true);
    expect(zoteroCsv.recognises('"id","title","authors"\n', 'library.csv')).toBe(false);
    expect(zoteroCsv.recognises('', '')).toBe(false);
  });

  it('is read row by row, with rows of any length', async () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('a"b', ',', ';', 'a\nb', '""', 'x'.repeat(1000)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { maxLength: 8 }),
        fc.constantFrom(1, 400),
        async (cells, times) => {
          const rows = cells.map((text, at) => ({
            Title: `t${at}`,
            Notes: text.repeat(times),
            'Abstract Note': text,
          }));
          const { records, problems } = await read(zoteroCsv, csv(rows));
          expect(problems).toEqual([]);
          expect(records.map(({ paper }) => paper.title)).toEqual(rows.map(({ Title }) => Title));
        },
      ),
    );
  });

  it('is read to its end with any content', async () => {
    const part = fc.constantFrom('"', '""', ',', ';', '\n', '\r\n', '\u0000', '<p>', 'x');
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 60 }), async (parts) => {
        await read(zoteroCsv, `${csv([])}\n${parts.join('')}`);
        await read(zoteroCsv, parts.join(''));
      }),
    );
  });
});
