import { describe, expect, it } from 'vitest';
import { rowMarks } from '@/lib/pages/search/row-marks';
import type { TextField } from '@/lib/query/query';
import type { Mark } from '@/lib/search/found';
import type { Piece } from '@/lib/search/mark/mark-words';
import { aKnownPaper, anEntry } from '../../fixtures/rows';

const MARKS: Mark[] = [{ kind: 'prefix', word: 'needle' }];
const paper = aKnownPaper({ title: 'A needle', abstract: 'The needle of the abstract' });

const textOf = (pieces: readonly { text: string }[] | undefined): string | undefined =>
  pieces?.map(({ text }) => text).join('');

it('excerpt prefers the note to the abstract and is undefined without a hit', () => {
  const { excerpt } = rowMarks(MARKS);
  expect(textOf(excerpt({ paper, entry: anEntry({ note: 'my needle' }) }))).toBe('my needle');
  expect(textOf(excerpt({ paper, entry: anEntry({ note: 'mine' }) }))).toBe(paper.abstract);
  const bare = { ...paper, abstract: 'hay' };
  expect(excerpt({ paper: bare, entry: undefined })).toBeUndefined();
});

it('excerpt is cached until the entry changes', () => {
  const { excerpt } = rowMarks(MARKS);
  const entry = anEntry({ note: 'my needle' });
  const first = excerpt({ paper, entry });
  expect(excerpt({ paper, entry })).toBe(first);
  expect(textOf(excerpt({ paper, entry: anEntry({ note: 'another needle' }) }))).toBe(
    'another needle',
  );
});

describe('rowMarks', () => {
  const shown = (pieces: readonly Piece[]): string =>
    pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
  const lab = { name: 'Łódź Vision Lab', slug: 'lodz-vision' };
  const byName = (name: string): Mark => ({ kind: 'org', name });
  const inTag = (tag: string): Mark => ({ kind: 'tag', tag });
  const author: Mark = { kind: 'author', words: ['jurgen', 'schm'], prefix: true };

  it('marks words by their folded prefix', () => {
    const { author, organization, tag } = rowMarks([{ kind: 'prefix', word: 'lod' }]);
    expect(shown(author('Zoë Łódzki'))).toBe('Zoë [Łódzki]');
    expect(shown(organization(lab))).toBe('[Łódź] Vision Lab');
    expect(shown(tag('city/lodging'))).toBe('city/[lodging]');
  });

  it('marks only the field of a filter', () => {
    const marks = rowMarks([author, byName('lodz'), inTag('a')]);
    const named = {
      ...paper,
      title: 'Jürgen Schmidhuber, Łódź, a',
      abstract: 'jurgen schm a lodz',
    };
    expect(shown(marks.title(named))).toBe(named.title);
    expect(
      marks.excerpt({ paper: named, entry: anEntry({ note: 'jurgen schm lodz a' }) }),
    ).toBeUndefined();
    expect(shown(marks.author('Jürgen Schmidhuber'))).toBe('[Jürgen Schmidhuber]');
    expect(shown(marks.author('A Lodz'))).toBe('A Lodz');
    expect(shown(marks.organization({ name: 'Jurgen Schmidt', slug: 'a' }))).toBe('Jurgen Schmidt');
    expect(shown(marks.tag('lodz'))).toBe('lodz');
  });

  it('marks words of one field only there', () => {
    const needle = (field: TextField): Mark => ({ kind: 'prefix', word: 'needle', field });
    const row = { paper, entry: anEntry({ note: 'a needle' }) };
    expect(shown(rowMarks([needle('title')]).title(paper))).toBe('A [needle]');
    expect(rowMarks([needle('title')]).excerpt(row)).toBeUndefined();
    expect(shown(rowMarks([needle('abstract')]).excerpt(row) ?? [])).toBe(
      'The [needle] of the abstract',
    );
    expect(shown(rowMarks([needle('note')]).excerpt(row) ?? [])).toBe('a [needle]');
    const { title, tag, author } = rowMarks([needle('note')]);
    expect(shown(title(paper))).toBe('A needle');
    expect(shown(tag('needle'))).toBe('needle');
    expect(shown(author('Needle'))).toBe('Needle');
  });

  it.each([
    ['ŁÓDŹ', '[Łódź Vision Lab]'],
    ['lodz-v', '[Łódź Vision Lab]'],
    ['vision', 'Łódź Vision Lab'],
  ])('marks a whole organization found by %j', (name, expected) => {
    expect(shown(rowMarks([byName(name)]).organization(lab))).toBe(expected);
  });

  it.each([
    ['nlp', 'NLP', '[NLP]'],
    ['nlp', 'NLP/Parsing/Chart', '[NLP]/Parsing/Chart'],
    ['NLP/parsing', 'NLP/Parsing/Chart', '[NLP/Parsing]/Chart'],
    ['nlp', 'nlpx', 'nlpx'],
    ['nlp/parsing', 'nlp', 'nlp'],
  ])('for the tag %j marks the matching levels of %j', (tag, text, expected) => {
    expect(shown(rowMarks([inTag(tag)]).tag(text))).toBe(expected);
  });

  it('marks words below the matching levels of a tag too', () => {
    const { tag } = rowMarks([inTag('nlp'), inTag('nlp/parsing'), { kind: 'prefix', word: 'cha' }]);
    expect(shown(tag('nlp/parsing/chart'))).toBe('[nlp/parsing]/[chart]');
  });
});
