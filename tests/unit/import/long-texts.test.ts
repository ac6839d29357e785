import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '@/lib/export/registry';
import { readFile } from '@/lib/import/read-file';
import { IMPORT_FORMATS } from '@/lib/import/registry';
import { LONG_TEXTS } from '../../fixtures/long-texts';
import { makeRecord } from '../export/records';
import { read } from './read';

/** Files with the text where a format has a key, a title, a name, a note, a day, an address. */
function filesWith(text: string): [name: string, file: string][] {
  const json = JSON.stringify(text);
  const bibFields = 'title author abstract year month doi url eprint keywords note annote'
    .split(' ')
    .map((name) => `${name} = {${text}}`);
  const risFields = 'TI AU AB DA PY N1 KW UR AN DO ID'.split(' ').map((tag) => `${tag}  - ${text}`);
  const entry = `{"paperId":"arxiv:2501.00001","note":${json},"tags":[${json}]}`;
  const paper = `{"id":"arxiv:2501.00001","title":${json},"authors":[${json}]}`;
  return [
    ['key.bib', `@misc{${text}, title = {A}}`],
    ['fields.bib', `@misc{a, ${bibFields.join(', ')}}`],
    ['name.bib', `@misc{a, ${text} = {A}}`],
    ['fields.ris', ['TY  - GEN', ...risFields, 'ER  - ', ''].join('\r\n')],
    ['item.json', `[{"id":${json},"type":"article","title":${json},"DOI":${json},"note":${json}}]`],
    [
      'lines.json',
      `{\n"format":"papershelf-backup",\n"entries":[\n${entry}\n],\n"papers":[\n${paper}\n]\n}`,
    ],
    [
      'one-line.json',
      `{"format":"papershelf-backup","version":${json},"entries":[${entry}],"papers":[${paper}]}`,
    ],
    [
      'list.md',
      `# Reading list  \n\n3 papers, exported on 2025-01-01 \n\n## [${text}](https://a)\n`,
    ],
  ];
}

describe('long texts', () => {
  it.each(filesWith('').map(([name]) => name))('are read in linear time: %s', async (name) => {
    for (const text of LONG_TEXTS) {
      const file = new Map(filesWith(text)).get(name) ?? '';
      let found = 0;
      for await (const { records, problems } of readFile(file, name)) {
        found += records.length + problems.length;
      }
      expect(found).toBeGreaterThan(0);
    }
  });

  it.each(EXPORT_FORMATS)('are read in linear time as written: $label', async (written) => {
    for (const text of LONG_TEXTS) {
      const record = makeRecord({ title: text, abstract: text }, { note: text, tags: [text] });
      const file = written.write([record], 0);
      for (const format of IMPORT_FORMATS) {
        if (format.recognises(file, '')) await expect(read(format, file)).resolves.toBeDefined();
      }
    }
  });
});
