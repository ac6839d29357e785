import { parse } from '@retorquere/bibtex-parser';
import type { Creator } from '@retorquere/bibtex-parser';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtex } from '../../../lib/export/bibtex';
import type { ExportRecord } from '../../../lib/export/format';
import { structuredName } from '../../../lib/papers/names';
import { EXPORTED_AT, FULL, listed, makeRecord, nastyLine, nastyNote } from './records';

function write(...records: ExportRecord[]): string {
  return bibtex.write(records, EXPORTED_AT);
}

/** The entries as another parser reads them, with decomposed accents. */
function readBack(text: string) {
  const { entries, errors } = parse(text, { sentenceCase: false });
  expect(errors).toEqual([]);
  return entries.map(({ key, type, fields }) => ({ key, type, fields }));
}

function onlyFields(record: ExportRecord) {
  const entries = readBack(write(record));
  expect(entries).toHaveLength(1);
  return entries[0]?.fields ?? {};
}

function toNfc(text: unknown): string {
  return String(text ?? '').normalize('NFC');
}

function folded(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** One paragraph per line, as the parser splits them by `<p>`. */
function noteLines(note: string): string[] {
  return note
    .split(/[\r\n]+/)
    .map(folded)
    .filter((line) => line !== '');
}

function displayName({ name, firstName, prefix, lastName, suffix }: Creator): string {
  return toNfc(
    name ?? [firstName, prefix, lastName, suffix].filter((part) => part !== undefined).join(' '),
  );
}

/** A name without the order of its parts. */
function sortedLetters(name: string): string {
  return [...folded(name).replace(/[\s,]/g, '')].sort().join('');
}

/** Whether a title has no math, which the parser would typeset. */
function isPlain(title: string): boolean {
  return (title.match(/\$/g) ?? []).length < 2;
}

describe('BibTeX', () => {
  it('writes every field in its place', () => {
    expect(write(FULL)).toBe(`@misc{kaiser2025scaling,
  title         = {Scaling {LLM} Agents to {$O(n^2)$} Contexts: 50\\% Faster \\& Better},
  author        = {Kaiser, {\\L}ukasz and van der Maaten, Laurens and {DeepSeek-AI}},
  year          = {2025},
  month         = jul,
  eprint        = {2507.06261},
  archivePrefix = {arXiv},
  eprinttype    = {arxiv},
  doi           = {10.48550/arXiv.2507.06261},
  url           = {https://arxiv.org/abs/2507.06261},
  code          = {https://github.com/a/b\\_c},
  project       = {https://example.org/p},
  paperpage     = {https://huggingface.co/papers/2507.06261},
  abstract      = {We scale agents\\_v2 by 50\\% \\& more.},
  keywords      = {agents, nlp/long context, to-read},
  annote        = {Read *again*

- first

- second},
  ranking       = {rank4},
  source        = {Papershelf},
}
`);
  });

  it('can be parsed', () => {
    expect(readBack(write(FULL))).toMatchObject([
      {
        key: 'kaiser2025scaling',
        type: 'misc',
        fields: {
          title: 'Scaling LLM Agents to O(n²) Contexts: 50% Faster & Better',
          author: [
            { firstName: 'Łukasz', lastName: 'Kaiser' },
            { firstName: 'Laurens', prefix: 'van der', lastName: 'Maaten' },
            { name: 'DeepSeek-AI' },
          ],
          year: '2025',
          month: '7',
          eprint: '2507.06261',
          archiveprefix: 'arXiv',
          eprinttype: 'arxiv',
          url: 'https://arxiv.org/abs/2507.06261',
          code: 'https://github.com/a/b_c',
          keywords: ['agents', 'nlp/long context', 'to-read'],
          annote: 'Read *again*<p>- first<p>- second',
        },
      },
    ]);
  });

  it('invents neither authors nor a date', () => {
    const text = write(makeRecord({ authorCount: 7 }));
    expect(text).not.toMatch(/author|year|month|abstract|annote/);
    expect(write()).toBe('');
  });

  it('keeps the slash of old identifiers, and works without an arXiv id', () => {
    expect(onlyFields(makeRecord({ id: 'arxiv:math/0502036' }))).toMatchObject({
      eprint: 'math/0502036',
      doi: '10.48550/arXiv.math/0502036',
    });
    expect(write(makeRecord({ id: 'other:9' }))).not.toMatch(/eprint|arxiv/i);
  });

  it.each([
    [
      'MiniCPM-V: A GPT-4V Level MLLM on Your Phone',
      '{MiniCPM-V}: A {GPT-4V} Level {MLLM} on Your Phone',
    ],
    ['LoRA and 3D Vision-Language', '{LoRA} and {3D} Vision-Language'],
    ['Learning Q Functions', 'Learning {Q} Functions'],
    ['Costs $5 and $10', 'Costs \\$5 and \\$10'],
    ['Only $5', 'Only \\$5'],
    ['A $x_{1}$ b', 'A $x_{1}$ b'],
    ['A $x_{1$ b', 'A \\$x\\_\\textbraceleft{}1\\$ b'],
    ['V_{0.5}: x', '{V}\\_\\{0.5\\}: x'],
    ['} and {', '\\textbraceright{} and \\textbraceleft{}'],
    ['a~b^c\\d', 'a\\textasciitilde{}b\\textasciicircum{}c\\textbackslash{}d'],
    ["a--b ''c'' ``d``", "a-{}-b '{}'c'{}' `{}`d`{}`"],
    [
      'Éa ö ç š ő İ ß Æ ế π',
      '{\\\'E}a {\\"o} {\\c c} {\\v s} {\\H o} {{\\.I}} {\\ss} {{\\AE}} ế π',
    ],
  ])('writes the title %s', (title, latex) => {
    expect(write(makeRecord({ title }))).toContain(`{${latex}},\n`);
  });

  it.each([
    ['Guy Van den Broeck', '{Van den Broeck}, Guy'],
    ['Christopher De Sa', 'De Sa, Christopher'],
    ["Florence d'Alché-Buc", "{d'Alch{\\'e}-Buc}, Florence"],
    ['Jean de La Fontaine', 'de La Fontaine, Jean'],
    ['John Smith Jr.', 'Smith, Jr., John'],
    ['Gemini Team, Google', '{Gemini Team, Google}'],
    ['Smith and Jones', '{Smith and Jones}'],
    ['王小明', '{王小明}'],
    ['Иван Петров', 'Петров, Иван'],
  ])('writes the author %s', (name, latex) => {
    const record = makeRecord({ authors: [name, 'Ann Lee'] });
    expect(write(record)).toContain(`{${latex} and Lee, Ann}`);
    expect(onlyFields(record).author).toHaveLength(2);
  });

  it('replaces characters that would break keywords', () => {
    const { keywords } = onlyFields(
      makeRecord({}, { tags: ['a, b;c', 'R&D', 'C#', '{x', 'a/b_c', 'read'] }),
    );
    expect(keywords).toEqual(['(x', 'a b c', 'a/b_c', 'C\\#', 'R&D', 'read', 'to-read']);
  });

  it('gives unique keys to records with the same or no key', () => {
    const records = ['k', 'k', ''].map((citationKey) => makeRecord({}, { citationKey }));
    expect(readBack(write(...records)).map(({ key }) => key)).toEqual(['k', 'ka', 'title']);
  });

  it('preserves any title, abstract, note and link', () => {
    fc.assert(
      fc.property(nastyLine.filter(isPlain), nastyLine, nastyNote, (title, abstract, note) => {
        const fields = onlyFields(
          makeRecord({ title, abstract, githubRepo: 'https://x.org/a_b{c}%20d#e$f' }, { note }),
        );
        expect(toNfc(fields.title)).toBe(folded(title));
        expect(toNfc(fields.abstract)).toBe(folded(abstract));
        expect(noteLines(toNfc(fields.annote).replaceAll('<p>', '\n'))).toEqual(noteLines(note));
        expect(fields.code).toBe('https://x.org/a_b%7Bc%7D%20d#e%24f');
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the entry intact with any math in a title', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'$ $ $ { } \\ \\{ ^2 _i x y % # & 1'.split(' '), ' ')),
        (parts) => {
          const { entries } = parse(
            write(makeRecord({ title: parts.join('') }, { note: 'intact' })),
            {
              sentenceCase: false,
            },
          );
          expect(entries.map(({ fields }) => fields.annote)).toEqual(['intact']);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('percent-encodes what would end a DOI or write a TeX command', () => {
    const entry = write(makeRecord({ id: 'doi:10.1000/a},note={\\input{x}^^5cy' }));
    expect(entry).toContain('{10.1000/a%7D,note=%7B%5Cinput%7Bx%7D%5E%5E5cy},\n');
    expect(readBack(entry)).toHaveLength(1);
    expect(entry).not.toMatch(/\\input|\^\^/);
  });

  it('writes no eprint that is not an identifier', () => {
    const entry = write(makeRecord({ id: 'arxiv:x},note={\\input{x}' }));
    expect(entry).not.toMatch(/\\input|eprint/);
  });

  it('keeps no ^^ in keywords, by which TeX writes any character', () => {
    const entry = write(makeRecord({}, { tags: ['^^5cinput', 'x^2'] }));
    expect(entry).not.toContain('^^');
    expect(entry).toContain('x^2');
  });

  it('preserves any tag except characters without an escape', () => {
    const tag = nastyLine.map((text) => text.replace(/[,;{}]/g, '')).filter((text) => text !== '');
    fc.assert(
      fc.property(fc.uniqueArray(tag, { maxLength: 4 }), (tags) => {
        const { keywords } = onlyFields(makeRecord({}, { tags }));
        const read = keywords?.map((text) =>
          folded(
            text
              .replaceAll('\\textasciicircum{}', '^')
              .replaceAll('\\textbackslash{}', '\\')
              .replace(/\\([#%$])/g, '$1'),
          ),
        );
        expect(new Set(read)).toEqual(new Set([...tags.map(folded), 'to-read']));
      }),
      { numRuns: 300 },
    );
  });

  it('preserves any author as one', () => {
    fc.assert(
      fc.property(fc.array(nastyLine, { minLength: 1, maxLength: 4 }), (authors) => {
        const read = onlyFields(makeRecord({ authors })).author ?? [];
        expect(read).toHaveLength(authors.length);
        expect(read.map(displayName).map(sortedLetters)).toEqual(authors.map(sortedLetters));
      }),
      { numRuns: 300 },
    );
  });

  it('reads back titles and names of listed papers', () => {
    const entries = readBack(write(...listed));
    expect(entries).toHaveLength(listed.length);
    entries.forEach(({ fields }, index) => {
      const { title, authors = [] } = listed[index]?.paper ?? { title: '' };
      if (isPlain(title)) expect(toNfc(fields.title)).toBe(title.normalize('NFC'));
      expect(fields.author?.map(displayName)).toEqual(authors.map((name) => name.normalize('NFC')));
      fields.author?.forEach((creator, at) => {
        const expected = structuredName(authors[at] ?? '');
        expect('name' in creator).toBe(expected.kind === 'literal');
        if (expected.kind === 'person') expect(toNfc(creator.lastName)).toBe(expected.family);
      });
    });
  });
});
