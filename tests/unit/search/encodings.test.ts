import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter } from '@/lib/search/format/bytes';
import { ColumnsWriter, decodeColumn, lengthByte, lengthOf } from '@/lib/search/format/columns';
import { Dictionary, DictionaryWriter } from '@/lib/search/format/dictionary';
import { ABSTRACT, POSITIONS } from '@/lib/search/format/document';
import { decodeLines, encodeLines } from '@/lib/search/format/lines';
import { IndexDamaged } from '@/lib/search/format/streams';
import {
  NOT_FOUND,
  PostingCursor,
  PostingsWriter,
  readPositions,
  skipPositions,
} from '@/lib/search/format/postings';
import { concatenate } from '@/lib/search/format/bytes';

describe('varints', () => {
  it('survive a round trip', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 31 - 1)), (numbers) => {
        const writer = new ByteWriter();
        for (const number of numbers) writer.varint(number);
        const reader = new ByteReader(writer.take());
        expect(numbers.map(() => reader.varint())).toEqual(numbers);
      }),
    );
  });
});

describe('lines', () => {
  it('survive a round trip, also in parts', () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\n', ''));
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (first, second) => {
        const bytes = concatenate([encodeLines(first), encodeLines(second)]);
        expect(decodeLines(bytes)).toEqual([...first, ...second]);
      }),
    );
  });

  it('lose their breaks but keep their count', () => {
    expect(decodeLines(encodeLines(['a\nb', '', 'c']))).toEqual(['a b', '', 'c']);
  });
});

describe('lengthByte', () => {
  it('stores a document length in a byte, with an error of about 2 %', () => {
    for (let words = 1; words < 20_000; words += 7) {
      expect(Math.abs((lengthOf(lengthByte(words)) + 1) / (words + 1) - 1)).toBeLessThan(0.023);
    }
    expect(lengthOf(lengthByte(0))).toBe(0);
  });
});

const term = fc.record({
  word: fc.string({ unit: fc.constantFrom(...'abc深学\u{20000}ÿ\uffee'), minLength: 1 }),
  documents: fc.integer({ min: 1, max: 200_000 }),
  postings: fc.nat(500_000),
  positions: fc.nat(500_000),
});

describe('Dictionary', () => {
  it('finds terms, prefixes and the ranges of their postings', () => {
    const terms = fc.uniqueArray(term, { selector: ({ word }) => word, maxLength: 200 });
    fc.assert(
      fc.property(terms, term, (unsorted, other) => {
        const sorted = unsorted.sort((a, b) => (a.word < b.word ? -1 : 1));
        const writer = new DictionaryWriter();
        for (const { word, documents, postings, positions } of sorted) {
          writer.add(word, documents, postings, positions);
        }
        const dictionary = new Dictionary(
          writer.terms.take().slice(),
          new Uint32Array(writer.index().buffer),
        );
        let [postingsAt, positionsAt] = [0, 0];
        for (const { word, documents, postings, positions } of sorted) {
          const [postingsEnd, positionsEnd] = [postingsAt + postings, positionsAt + positions];
          expect(dictionary.find(word)).toEqual({
            word,
            documents,
            postingsAt,
            postingsEnd,
            positionsAt,
            positionsEnd,
          });
          [postingsAt, positionsAt] = [postingsEnd, positionsEnd];
        }
        const known = sorted.map(({ word }) => word);
        expect(dictionary.find(other.word)?.word).toBe(known.find((word) => word === other.word));
        for (const prefix of [other.word, other.word.slice(0, 1), '']) {
          const found = dictionary.startingWith(prefix).map(({ word }) => word);
          expect(found).toEqual(known.filter((word) => word.startsWith(prefix)));
        }
      }),
    );
  });
});

describe('a damaged Dictionary', () => {
  it('throws IndexDamaged for an impossibly long word', () => {
    const writer = new DictionaryWriter();
    writer.add('a'.repeat(200_000), 1, 1, 1);
    const dictionary = new Dictionary(
      writer.terms.take().slice(),
      new Uint32Array(writer.index().buffer),
    );
    expect(() => dictionary.startingWith('a')).toThrow(IndexDamaged);
  });
});

const position = fc
  .tuple(fc.nat(ABSTRACT), fc.oneof(fc.nat(20), fc.nat(POSITIONS - 1)))
  .map(([field, at]) => field * POSITIONS + at);
const posting = fc.record({
  gap: fc.integer({ min: 1, max: 5000 }),
  found: fc
    .uniqueArray(position, { minLength: 1, maxLength: 12 })
    .map((found) => found.sort((a, b) => a - b)),
});

describe('postings', () => {
  it('survive a round trip with their positions', () => {
    fc.assert(
      fc.property(fc.array(posting, { maxLength: 40 }), (written) => {
        const writer = new PostingsWriter();
        for (const { gap, found } of written) {
          // In the middle of others, as in a segment.
          writer.add(gap, Uint32Array.from([7, ...found, 9]), 1, 1 + found.length);
        }
        const positions = writer.positions.take();
        const cursor = new PostingCursor(writer.postings.take(), 0, written.length);
        const reader = new ByteReader(positions);
        const skipping = new ByteReader(positions);
        let previous = -1;
        for (const { gap, found } of written) {
          expect(cursor.next()).toBe(true);
          expect(cursor.document - previous).toBe(gap);
          previous = cursor.document;
          const inTitle = found.find((at) => at < POSITIONS);
          expect(cursor.titleAt).toBe(
            inTitle === undefined ? NOT_FOUND : Math.min(inTitle, NOT_FOUND),
          );
          const read: number[] = [];
          readPositions(reader, cursor.payload, (at) => read.push(at));
          expect(read).toEqual(found);
          skipPositions(skipping, cursor.payload);
          expect(skipping.at).toBe(reader.at);
        }
        expect(cursor.next()).toBe(false);
        expect(reader.at).toBe(positions.length);
      }),
    );
  });
});

describe('columns', () => {
  const document = fc.record({
    id: fc.nat(9999).map((number) => `arxiv:${number}` as const),
    title: fc.string(),
    lengthByte: fc.nat(255),
    savedAt: fc.nat(2_000_000_000_000),
    status: fc.nat(2),
    publishedOn: fc.nat(20_301_231),
    upvotes: fc.integer({ min: -1, max: 100_000 }),
    flags: fc.nat(15),
    organization: fc.option(
      fc.record({ name: fc.constantFrom('A', 'a', 'B b'), slug: fc.constantFrom('a', 'b') }),
      { nil: undefined },
    ),
    tags: fc.array(fc.constantFrom('a', 'a/b', 'ü', 'long tag'), { maxLength: 3 }),
  });

  it('survive a round trip', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 1, maxLength: 30 }), (documents) => {
        const writer = new ColumnsWriter();
        for (const one of documents) writer.add(one);
        const pieces = [...writer.encode()];
        const bytesOf = (name: string): Uint8Array<ArrayBuffer> =>
          concatenate(pieces.flatMap(([of, bytes]) => (of === name ? bytes : [])));
        const read = <Name extends keyof typeof decodeColumn>(
          name: Name,
        ): ReturnType<(typeof decodeColumn)[Name]> =>
          decodeColumn[name](bytesOf(name), documents.length) as never;
        for (const name of ['savedAt', 'status', 'publishedOn', 'upvotes', 'flags'] as const) {
          expect([...read(name)]).toEqual(documents.map((one) => one[name]));
        }
        expect(read('ids')).toEqual(documents.map(({ id }) => id));
        expect(read('titles')).toEqual(documents.map(({ title }) => title));
        const names = read('organizationNames');
        expect([...read('organizations')].map((number) => names[number - 1])).toEqual(
          documents.map(({ organization }) => organization),
        );
        const [{ starts, tags }, spellings] = [read('tags'), read('tagNames')];
        expect(
          documents.map((_, at) =>
            Array.from(tags.slice(starts[at], starts[at + 1]), (tag) => spellings[tag]),
          ),
        ).toEqual(documents.map((one) => one.tags));
      }),
    );
  });
});
