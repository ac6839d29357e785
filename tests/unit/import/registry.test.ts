import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '@/lib/export/registry';
import { formatOf, IMPORT_FORMATS } from '@/lib/import/registry';
import { EXPORTED_AT, FULL, makeRecord } from '../export/records';

const exported = (id: string) =>
  EXPORT_FORMATS.find((format) => format.id === id)?.write([FULL, makeRecord()], EXPORTED_AT) ?? '';

describe('formatOf', () => {
  it.each(['backup', 'bibtex', 'ris', 'csl-json'])(
    'recognises %s by its text under any file name',
    (id) => {
      for (const name of ['', 'x.txt', 'x.json', 'x.bib', 'x.ris']) {
        expect(formatOf(exported(id), name)?.id).toBe(id);
      }
    },
  );

  it.each([
    [
      'papermemory',
      '{"Arxiv-2512.01234":{"addDate":"2025","pdfLink":"http://arxiv.org/pdf/2512.01234","title":"a","id":"b","author":"c"}}',
    ],
    ['papermemory', '{"__dataVersion":510}'],
    [
      'csl-json',
      '[{"id":"a","type":"article","title":"b","URL":"https://arxiv.org/abs/2512.01234"}]',
    ],
    ['csl-json', '{"items":[{"id":"a","type":"article","title":"b"}]}'],
    [
      'zotero-csv',
      '"Key","Item Type","Publication Year","Author","Title"\n"A","preprint","2025","Quill, Ada","B"',
    ],
    ['pasted-list', 'see https://arxiv.org/abs/2512.01234'],
    ['backup', JSON.stringify(JSON.parse(exported('backup')), null, 4)],
  ])('recognises %s by its text', (id, text) => {
    expect(formatOf(text, '')?.id).toBe(id);
  });

  it('falls back to the file name', () => {
    expect(formatOf('% nothing yet', 'x.bib')?.id).toBe('bibtex');
    expect(formatOf('% arXiv:2512.01234', 'x.bib')?.id).toBe('bibtex');
  });

  it.each(['', '  \n', 'Dear diary', '{}', '[1,2]', '<html></html>', '{"a":{"b":1}}'])(
    'returns undefined for %j',
    (text) => {
      expect(formatOf(text, 'x.txt')).toBeUndefined();
    },
  );

  it('every format has a unique id', () => {
    const ids = IMPORT_FORMATS.map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
  });
});
