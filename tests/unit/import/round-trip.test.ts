import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtex as writtenBibtex } from '@/lib/export/bibtex';
import { cslJson as writtenCslJson } from '@/lib/export/csl-json';
import { csv as writtenCsv } from '@/lib/export/csv';
import type { ExportFormat, ExportRecord } from '@/lib/export/format';
import { ris as writtenRis } from '@/lib/export/ris';
import { bibtex } from '@/lib/import/bibtex';
import { cslJson } from '@/lib/import/csl-json';
import type { ImportFormat, ImportedRecord } from '@/lib/import/format';
import { papershelfCsv } from '@/lib/import/papershelf-csv';
import { ris } from '@/lib/import/ris';
import type { Day } from '@/lib/shared/day';
import { STATUSES } from '@/lib/papers/entry';
import { structuredName } from '@/lib/papers/names';
import { cleanTag, withTag } from '@/lib/papers/tags/tag';
import { foldSpaces } from '@/lib/shared/text';
import { EXPORTED_AT, listed, makeRecord, nastyLine, nastyNote } from '../export/records';
import { read } from './read';

const name = fc.oneof(
  fc.constantFrom(
    'Łukasz Kaiser',
    'Laurens van der Maaten',
    "Florence d'Alché-Buc",
    'Guy Van den Broeck',
    'John Smith Jr.',
    'DeepSeek-AI',
    'A & B Lab',
    '王小明',
    'Nguyen Van Anh',
    'Ana María de la Cruz',
    'Madonna',
  ),
  fc
    .tuple(fc.stringMatching(/^[A-Z][a-z]{2,6}$/), fc.stringMatching(/^[A-Z][a-zé-]{1,6}[a-z]$/))
    .map((words) => words.join(' ')),
);
const day = fc
  .tuple(
    fc.integer({ min: 1991, max: 2099 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(
    ([year, month, date]) =>
      [year, month, date].map((part) => String(part).padStart(2, '0')).join('-') as Day,
  );
const id = fc
  .oneof(
    fc.stringMatching(/^\d{2}(0[1-9]|1[0-2])\.\d{5}$/),
    fc.stringMatching(/^(math|hep-th|cs)\/\d{7}$/),
  )
  .map((identifier) => `arxiv:${identifier}` as const);
const tags = fc
  .array(fc.oneof(nastyLine, fc.constantFrom('agents', 'nlp/long context', 'read', 'C#')), {
    maxLength: 4,
  })
  .map((all) => all.reduce<string[]>(withTag, []));
const repository = fc.stringMatching(/^https:\/\/github\.com\/[a-z-]{1,9}\/[\w.-]{1,9}$/);
const page = fc.stringMatching(/^https?:\/\/[a-z]{1,9}\.(org|github\.io)\/[\w.~%#?=&-]{0,9}$/);

const records = fc
  .array(
    fc.record({
      id,
      title: nastyLine.map(foldSpaces),
      abstract: fc.option(nastyLine.map(foldSpaces), { nil: undefined }),
      authors: fc.option(fc.array(name, { minLength: 1, maxLength: 5 }), { nil: undefined }),
      publishedOn: fc.option(day, { nil: undefined }),
      githubRepo: fc.option(repository, { nil: undefined }),
      projectPage: fc.option(page, { nil: undefined }),
      tags,
      note: fc.oneof(nastyNote, fc.constant('')),
      status: fc.constantFrom(...STATUSES),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) =>
    all.map(({ tags, note, status, id, title, ...rest }, index) => {
      const known = Object.fromEntries(
        Object.entries(rest).filter(([, value]) => value !== undefined),
      );
      return makeRecord(
        { id, title, ...known },
        { tags, note, status, citationKey: `key${index}` },
      );
    }),
  );

/** The fields of a record that a format can preserve. */
interface Expected {
  title: string;
  abstract: string | undefined;
  authors: string[] | undefined;
  publishedOn: string | undefined;
  tags: string[];
  note: string;
}

function exportedFields({ paper, entry }: ExportRecord): Expected {
  return {
    title: paper.title,
    abstract: paper.abstract,
    authors: paper.authors,
    publishedOn: paper.publishedOn,
    tags: entry.tags,
    note: entry.note,
  };
}

function importedFields({ paper, entry }: ImportedRecord): Expected {
  return {
    title: paper.title,
    abstract: paper.abstract,
    authors: paper.authors,
    publishedOn: paper.publishedOn,
    tags: entry.tags ?? [],
    note: entry.note ?? '',
  };
}

function distinct(tags: string[], status: string): string[] {
  return tags
    .map(cleanTag)
    .reduce<string[]>(withTag, [])
    .filter((tag) => tag !== status);
}

function withoutSeparators(tags: readonly string[]): string[] {
  return tags.map((tag) => cleanTag(tag.replace(/[,;]/g, ' '))).filter((tag) => tag !== '');
}

/** Without the byte order mark, as importers get it. */
function textOf(format: ExportFormat, written: readonly ExportRecord[]): string {
  return format.write(written, EXPORTED_AT).replace(/^\ufeff/, '');
}

async function checkRoundTrip(
  from: ExportFormat,
  to: ImportFormat,
  expected: (record: ExportRecord) => Expected,
  written: readonly ExportRecord[],
) {
  const { records: back, problems } = await read(to, textOf(from, written));
  expect(problems).toEqual([]);
  expect(back.map(importedFields)).toEqual(written.map(expected));
  for (const [index, { paper, entry }] of back.entries()) {
    const { paper: facts, entry: words } = written[index] ?? makeRecord();
    expect([paper.id, paper.githubRepo, paper.projectPage]).toEqual([
      facts.id,
      facts.githubRepo,
      facts.projectPage,
    ]);
    expect([entry.status, entry.citationKey]).toEqual([words.status, words.citationKey]);
  }
}

const FORMATS = [
  {
    from: writtenBibtex,
    to: bibtex,
    losses:
      'except the day, blank lines and line ends of notes, and characters that keywords cannot hold',
    expected: (record: ExportRecord): Expected => {
      const all = exportedFields(record);
      return {
        ...all,
        title: nfc(all.title),
        abstract: all.abstract === undefined ? undefined : nfc(all.abstract),
        publishedOn: all.publishedOn?.replace(/..$/, '01'),
        tags: distinct(
          withoutSeparators(all.tags.map((tag) => tag.replaceAll('{', '(').replaceAll('}', ')'))),
          record.entry.status,
        ),
        note: nfc(all.note)
          .trim()
          .split(/(?:[ \t]*(?:\r\n?|\n))+/)
          .join('\n'),
      };
    },
  },
  {
    from: writtenRis,
    to: ris,
    losses: 'except line breaks in notes',
    expected: (record: ExportRecord): Expected => ({
      ...exportedFields(record),
      note: foldSpaces(record.entry.note),
    }),
  },
  {
    from: writtenCslJson,
    to: cslJson,
    losses: 'except commas and semicolons in tags',
    expected: (record: ExportRecord): Expected => {
      const all = exportedFields(record);
      return {
        ...all,
        tags: distinct(withoutSeparators(all.tags), record.entry.status),
        note: all.note.trim() === '' ? '' : all.note,
      };
    },
  },
  {
    from: writtenCsv,
    to: papershelfCsv,
    losses: 'except semicolons in tags',
    expected: (record: ExportRecord): Expected => {
      const all = exportedFields(record);
      const parts = all.tags.flatMap((tag) => tag.split(';'));
      return {
        ...all,
        tags: parts.reduce<string[]>(withTag, []),
        note: all.note.trim() === '' ? '' : all.note,
      };
    },
  },
] as const;

function nfc(text: string): string {
  return text.normalize('NFC');
}

describe.each(FORMATS)('our $from.label', ({ from, to, losses, expected }) => {
  it(`is imported as exported, ${losses}`, async () => {
    await fc.assert(
      fc.asyncProperty(records, (written) => checkRoundTrip(from, to, expected, written)),
      { numRuns: 100 },
    );
  });

  it('is imported as exported for listed papers, with given names first', async () => {
    const withGivenNamesFirst = (record: ExportRecord): Expected => {
      const all = expected(record);
      return { ...all, authors: all.authors?.map(display) };
    };
    const written = listed.slice(0, 2000);
    const { records: back, problems } = await read(to, textOf(from, written));
    expect(problems).toEqual([]);
    expect(back.map(importedFields)).toEqual(written.map(withGivenNamesFirst));
  });

  it('is recognised by its beginning', () => {
    const beginning = textOf(from, [makeRecord()]);
    expect(FORMATS.filter((format) => format.to.recognises(beginning, ''))).toEqual([
      expect.objectContaining({ to }),
    ]);
  });
});

function display(author: string): string {
  const parts = structuredName(author);
  return parts.kind === 'literal'
    ? parts.name
    : [parts.given, parts.particle, parts.family, parts.suffix]
        .filter((part) => part !== '')
        .join(' ');
}

describe('our BibTeX', () => {
  it('preserves the rating', async () => {
    const { records: back } = await read(
      bibtex,
      textOf(writtenBibtex, [makeRecord({}, { rating: 4 })]),
    );
    expect(back[0]?.entry.rating).toBe(4);
  });
});

describe('our CSV', () => {
  it('preserves rating, counts and times', async () => {
    const written = makeRecord(
      { listedOn: '2025-07-10', upvotes: 12, comments: 0, githubStars: 345 },
      { rating: 4 },
    );
    const { records: back } = await read(papershelfCsv, textOf(writtenCsv, [written]));
    const { savedAt, rating } = written.entry;
    const { listedOn, upvotes, comments, githubStars } = written.paper;
    expect(back[0]).toMatchObject({
      paper: { listedOn, upvotes, comments, githubStars },
      entry: { rating, savedAt },
    });
  });
});
