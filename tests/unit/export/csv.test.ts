import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../lib/export/csv';
import type { ExportRecord } from '../../../lib/export/format';
import { unguardFormula } from '../../../lib/export/formula-guard';
import { EXPORTED_AT, FULL, listed, makeRecord, nastyLine, nastyNote } from './records';

function readBack(...records: ExportRecord[]): Record<string, string>[] {
  const text = csv.write(records, EXPORTED_AT);
  const { data, errors } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
    newline: '\r\n',
  });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(records.length);
  return data;
}

describe('CSV', () => {
  it('begins with a byte order mark and ends every row with CRLF', () => {
    const text = csv.write([makeRecord({}, { note: 'a\nb "c"' })], EXPORTED_AT);
    expect(text.startsWith('\ufeff"id","title","authors","organization","published",')).toBe(true);
    expect(text.endsWith('"\r\n')).toBe(true);
    expect(text.match(/\r\n/g)).toHaveLength(2);
    expect(text).toContain('"a\nb ""c"""');
  });

  it('has every column', () => {
    expect(readBack(FULL)).toEqual([
      {
        id: 'arxiv:2507.06261',
        title: FULL.paper.title,
        authors: 'Łukasz Kaiser; Laurens van der Maaten; DeepSeek-AI',
        organization: 'Google',
        published: '2025-07-08',
        listed: '2025-07-10',
        status: 'to-read',
        tags: 'agents; nlp/long context',
        note: FULL.entry.note,
        rating: '4',
        saved: '2025-07-09T08:07:06.000Z',
        upvotes: '12',
        comments: '0',
        'github stars': '345',
        'paper page': 'https://huggingface.co/papers/2507.06261',
        arxiv: 'https://arxiv.org/abs/2507.06261',
        pdf: 'https://arxiv.org/pdf/2507.06261',
        doi: '10.48550/arXiv.2507.06261',
        code: 'https://github.com/a/b_c',
        project: 'https://example.org/p',
        abstract: FULL.paper.abstract,
        'citation key': 'kaiser2025scaling',
      },
    ]);
  });

  it('preserves any text', () => {
    const risky = fc.tuple(
      fc.constantFrom('', '=', '+', '-', '@', "'", "'=", ' ', '\t'),
      nastyNote,
    );
    fc.assert(
      fc.property(
        nastyLine,
        risky.map((parts) => parts.join('')),
        nastyLine,
        (title, note, tag) => {
          const [row] = readBack(makeRecord({ title, authors: [title] }, { note, tags: [tag] }));
          expect(unguardFormula(row?.['title'] ?? '')).toBe(title);
          expect(unguardFormula(row?.['authors'] ?? '')).toBe(title);
          expect(unguardFormula(row?.['note'] ?? '')).toBe(note);
          expect(unguardFormula(row?.['tags'] ?? '')).toBe(tag);
          expect(Object.values(row ?? {}).some((cell) => /^[=+\-@\t\r]/.test(cell))).toBe(false);
        },
      ),
    );
  });

  it('reads back titles and names of listed papers', () => {
    readBack(...listed).forEach((row, index) => {
      const { paper } = listed[index] ?? makeRecord();
      expect(row['title']).toBe(paper.title);
      expect(row['authors']?.split('; ')).toEqual(paper.authors);
    });
  });
});
