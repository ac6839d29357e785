import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cslJson } from '../../../lib/export/csl-json';
import type { CslItem, CslName } from '../../../lib/export/csl-json';
import type { ExportRecord } from '../../../lib/export/format';
import { EXPORTED_AT, FULL, listed, makeRecord, nastyLine, nastyNote } from './records';

// It has no types.
const require = createRequire(import.meta.url);
const { plugins } = require('@citation-js/core');

const text = { type: 'string', minLength: 1 };

/**
 * The relevant part of the CSL schema, which no package ships
 * (https://resource.citationstyles.org/schema/latest/input/json/csl-data.json), but stricter: a
 * name is structured or literal, and nothing is empty.
 */
const isCsl = new Ajv({ allErrors: true, strictTuples: false }).compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['type', 'id'],
    additionalProperties: false,
    properties: {
      id: text,
      type: {
        enum: ['article', 'article-journal', 'document', 'manuscript', 'report', 'webpage'],
      },
      author: {
        type: 'array',
        items: {
          anyOf: [
            {
              type: 'object',
              required: ['family', 'given'],
              additionalProperties: false,
              properties: {
                family: text,
                given: text,
                'non-dropping-particle': text,
                suffix: text,
              },
            },
            {
              type: 'object',
              required: ['literal'],
              additionalProperties: false,
              properties: { literal: text },
            },
          ],
        },
      },
      issued: {
        type: 'object',
        required: ['date-parts'],
        additionalProperties: false,
        properties: {
          'date-parts': {
            type: 'array',
            minItems: 1,
            maxItems: 2,
            items: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'integer' } },
          },
        },
      },
      title: text,
      genre: text,
      publisher: text,
      number: text,
      archive: text,
      archive_location: text,
      DOI: text,
      URL: text,
      abstract: text,
      keyword: text,
      note: text,
      custom: { type: 'object' },
    },
  },
});

function itemsOf(...records: ExportRecord[]): CslItem[] {
  const items = JSON.parse(cslJson.write(records, EXPORTED_AT));
  isCsl(items);
  expect(isCsl.errors ?? []).toEqual([]);
  return items;
}

/** The parser drops invalid fields. */
function readBack(items: CslItem[]) {
  return plugins.input.chain(structuredClone(items), { generateGraph: false });
}

function displayName(name: CslName): string {
  return 'literal' in name
    ? name.literal
    : [name.given, name['non-dropping-particle'], name.family, name.suffix]
        .filter(Boolean)
        .join(' ');
}

describe('CSL-JSON', () => {
  it('writes every variable', () => {
    expect(itemsOf(FULL)).toEqual([
      {
        id: 'kaiser2025scaling',
        type: 'article',
        genre: 'preprint',
        title: FULL.paper.title,
        author: [
          { family: 'Kaiser', given: 'Łukasz' },
          { family: 'Maaten', given: 'Laurens', 'non-dropping-particle': 'van der' },
          { literal: 'DeepSeek-AI' },
        ],
        issued: { 'date-parts': [[2025, 7, 8]] },
        publisher: 'arXiv',
        number: 'arXiv:2507.06261',
        archive: 'arXiv',
        archive_location: '2507.06261',
        DOI: '10.48550/arXiv.2507.06261',
        URL: 'https://arxiv.org/abs/2507.06261',
        abstract: FULL.paper.abstract,
        keyword: 'agents, nlp/long context, to-read',
        note: FULL.entry.note,
        custom: {
          source: 'Papershelf',
          code: 'https://github.com/a/b_c',
          project: 'https://example.org/p',
        },
      },
    ]);
  });

  it('omits unknown facts', () => {
    expect(itemsOf(makeRecord({ id: 'other:9' }))).toEqual([
      {
        id: 'key2025title',
        type: 'article',
        genre: 'preprint',
        title: 'A Title',
        keyword: 'to-read',
        custom: { source: 'Papershelf' },
      },
    ]);
  });

  it('is read completely by another program', () => {
    const items = itemsOf(FULL, makeRecord({}, { citationKey: 'kaiser2025scaling' }));
    expect(items.map(({ id }) => id)).toEqual(['kaiser2025scaling', 'kaiser2025scalinga']);
    expect(readBack(items)).toMatchObject(items);
  });

  it('preserves any text', () => {
    fc.assert(
      fc.property(nastyLine, nastyLine, nastyNote, nastyLine, (title, abstract, note, author) => {
        const items = itemsOf(makeRecord({ title, abstract, authors: [author] }, { note }));
        expect(items).toMatchObject([{ title, abstract }]);
        expect(items[0]?.note ?? '').toBe(note);
        expect(readBack(items)).toMatchObject(items);
      }),
    );
  });

  it('keeps titles and names of listed papers', () => {
    const items = readBack(itemsOf(...listed));
    listed.forEach(({ paper }, index) => {
      expect(items[index].title).toBe(paper.title);
      expect(items[index].author.map(displayName)).toEqual(paper.authors);
    });
  });
});
