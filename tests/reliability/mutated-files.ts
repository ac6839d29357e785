import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as fc from 'fast-check';
import { EXPORT_FORMATS } from '@/lib/export/registry';
import { EXPORTED_AT, FULL, makeRecord } from '../unit/export/records';

/** A file whose entries can be counted from outside. */
export interface CountedFile {
  /** `ImportFormat.id`. */
  format: string;
  text: string;
  entries: number;
}

/** Texts that files hold, that break parsers, or that mean something in another format. */
const VALUES = [
  '', ' ', 'A title', 'Of Shelves', 'naïve — “quoted”', '猫が好き', 'İstanbul', '\u202eabc',
  '2512.01234', 'arXiv:2512.01234v2', 'math/0502036', 'https://arxiv.org/abs/2512.01234',
  '10.1000/xyz', 'https://doi.org/10.1000/xyz', 'arxiv:../../evil', 'javascript:alert(1)',
  'https://user@github.com/a', '2025-07-08', '2025', '31/02/2025', '99999', '-1', '1e400',
  'Doe, Jane and Roe, Bob', 'Doe, Jane; Roe, Bob', '{DeepSeek-AI}', 'and and and', ',',
  'to-read', 'read', 'nlp; vision', 'a/b/c', '=1+1', '@SUM(A1)', '"', '""', "'", ';', '\t',
  '$x^2$', '\\"{o}', '\\input{secret}', '{\\em a}', '%', '&amp;', '<p>a</p>', '</script>',
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', '\u0000', '\ud800', '\ufeff',
  'ER', 'TY  - JOUR', '@article{x,', '# Reading list', '{"format":"papershelf-backup"}',
  'word '.repeat(600), ' '.repeat(2000), 'x'.repeat(3000), '{'.repeat(50), '['.repeat(50),
]; // prettier-ignore
const value = fc.oneof(fc.constantFrom(...VALUES), fc.string({ unit: 'grapheme', maxLength: 30 }));
const oneLine = value.map((text) => text.replace(/[\r\n\u2028\u2029]/g, ' '));

type Fields = [name: string, value: string][];

const fieldsOf = (names: readonly string[], values = value): fc.Arbitrary<Fields> =>
  fc.array(fc.tuple(fc.constantFrom(...names), values), { minLength: 1, maxLength: 8 });

const entriesOf = (names: string, values = value): fc.Arbitrary<Fields[]> =>
  fc.array(fieldsOf(names.split(' '), values), { minLength: 1, maxLength: 5 });

const RIS = 'TI AU AB KW DO UR PY DA N1 ID M1 AN T1 A1 L2';
const BIBTEX = 'title author abstract keywords doi url year month note eprint annote journal file';
const CSL = 'title author abstract keyword DOI URL issued note id type container-title';
const ZOTERO =
  'Key|Item Type|Publication Year|Author|Title|DOI|Url|Abstract Note|Date|Extra|Notes|Manual Tags';
const OURS = 'id|title|status|tags|note|authors|abstract|url|published|rating|saved|upvotes|key';

const ris = entriesOf(RIS, oneLine).map((entries): CountedFile => {
  const blocks = entries.map((fields) => {
    const lines = fields.map(([name, text]) => `${name}  - ${text}`);
    return `TY  - JOUR\n${lines.join('\n')}\nER  - \n`;
  });
  return { format: 'ris', text: blocks.join('\n'), entries: entries.length };
});

const bibtex = entriesOf(BIBTEX).map((entries): CountedFile => {
  const blocks = entries.map((fields, index) => {
    const lines = fields.map(([name, text]) => `  ${name} = {${balanced(text)}},`);
    return `@article{key${index},\n${lines.join('\n')}\n}\n`;
  });
  return { format: 'bibtex', text: blocks.join('\n'), entries: entries.length };
});

/** An entry's end must be where it was written. */
function balanced(text: string): string {
  return text.replace(/[{}\\]/g, '');
}

const csl = entriesOf(CSL).map((entries): CountedFile => {
  const items = entries.map((fields) => ({ type: 'article', title: 'x', ...fromEntries(fields) }));
  return { format: 'csl-json', text: JSON.stringify(items, null, 1), entries: entries.length };
});

const paperMemory = entriesOf(
  'title author bibtex note pdfLink year tags key addDate codeLink',
).map((entries): CountedFile => {
  const items = entries.map((fields, index) => {
    const id = `Arxiv-2512.0123${index}`;
    return [id, { ...fromEntries(fields), id }];
  });
  const text = JSON.stringify({ __dataVersion: 510, ...Object.fromEntries(items) });
  return { format: 'papermemory', text, entries: entries.length };
});

const backup = entriesOf('paperId status tags note rating citationKey savedAt removedAt').map(
  (entries): CountedFile => {
    const rows = entries.map((fields, index) => ({
      paperId: `arxiv:2512.0123${index}`,
      ...fromEntries(fields),
    }));
    const file = { format: 'papershelf-backup', version: 1, entries: rows, papers: [] };
    return { format: 'backup', text: JSON.stringify(file, null, 1), entries: entries.length };
  },
);

/** Own fields only, also of a name such as `__proto__`. */
function fromEntries(fields: Fields): object {
  return Object.fromEntries(fields);
}

const csvOf = (format: string, headings: string): fc.Arbitrary<CountedFile> => {
  const names = headings.split('|');
  const row = fc.array(value, { minLength: names.length, maxLength: names.length });
  return fc.array(row, { minLength: 1, maxLength: 5 }).map((rows) => {
    const line = (cells: readonly string[]): string =>
      cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
    // A first cell, so that no row is empty.
    const filled = rows.map((cells, index) => [`k${index}`, ...cells.slice(1)]);
    return { format, text: [names, ...filled].map(line).join('\n'), entries: rows.length };
  });
};

/** Files of each format that counts, with values of any kind. */
export const countedFile = fc.oneof(
  ris,
  bibtex,
  csl,
  paperMemory,
  backup,
  csvOf('zotero-csv', ZOTERO),
  csvOf('csv', OURS),
);

/** Whole files, as our exports and other programs write them. */
const FILES: readonly string[] = [
  ...EXPORT_FORMATS.map((format) =>
    format.write([FULL, makeRecord({ id: 'arxiv:math/0502036', title: 'Old' })], EXPORTED_AT),
  ),
  'See https://arxiv.org/abs/2512.01234v2, 2512.01235 and\nhttps://huggingface.co/papers/2507.06261.',
  '# Reading list\n\n1 paper, exported on 2025-12-01\n\n## [A](https://arxiv.org/abs/2512.01234)\n',
  ...casesOfOthers(),
];

/** Belong to others, so they lie beside the project. */
function casesOfOthers(): string[] {
  const folder = resolve(import.meta.dirname, '../../../shared/cases');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name !== 'cases.json');
  const texts = names.map((name) => readFileSync(resolve(folder, name), 'utf8'));
  return texts.filter((text) => text.length < 6000);
}

interface Cut {
  kind: 'cut' | 'double' | 'insert' | 'swap-lines' | 'byte';
  at: number;
  to: number;
  text: string;
}

const cut = fc.record<Cut>({
  kind: fc.constantFrom('cut', 'double', 'insert', 'swap-lines', 'byte'),
  at: fc.nat(),
  to: fc.nat(),
  text: value,
});

/** A file with pieces cut, doubled, swapped or changed, in one of the encodings. */
export const brokenFile = fc
  .record({
    file: fc.nat(),
    cuts: fc.array(cut, { minLength: 1, maxLength: 5 }),
    encoding: fc.constantFrom('utf8', 'utf8', 'utf8', 'utf16le', 'latin1' as const),
  })
  .map(({ file, cuts, encoding }) => {
    let text = FILES[file % FILES.length] ?? '';
    for (const one of cuts) text = changed(text, one);
    const bytes = new Uint8Array(Buffer.from(text, encoding as BufferEncoding));
    for (const { kind, at, to } of cuts) if (kind === 'byte') bytes[at % bytes.length] = to % 256;
    return bytes;
  });

function changed(text: string, { kind, at, to, text: added }: Cut): string {
  const from = at % (text.length + 1);
  const end = Math.min(text.length, from + (to % 400));
  switch (kind) {
    case 'cut':
      return text.slice(0, from) + text.slice(end);
    case 'double':
      return text.slice(0, end) + text.slice(from);
    case 'insert':
      return text.slice(0, from) + added + text.slice(from);
    case 'swap-lines': {
      const lines = text.split('\n');
      const [one, other] = [at % lines.length, to % lines.length];
      [lines[one], lines[other]] = [lines[other] ?? '', lines[one] ?? ''];
      return lines.join('\n');
    }
    case 'byte':
      return text;
  }
}
