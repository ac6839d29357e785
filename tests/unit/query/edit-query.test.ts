import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { all } from '@/lib/query/conditions';
import { hasKey, hasTerm, toggleTerm, withoutKey, withSort } from '@/lib/query/edit-query';
import { parseQuery } from '@/lib/query/parse-query';
import type { Filter } from '@/lib/query/query';
import { readFilter } from '@/lib/query/read-filter';
import { anySort, anyText } from './arbitrary';

type FacetKey = 'status' | 'tag' | 'year' | 'org';

describe('toggleTerm', () => {
  it.each<[string, FacetKey, string, string]>([
    ['', 'status', 'reading', 'status:reading'],
    ['  hebbian  ', 'status', 'reading', 'hebbian status:reading'],
    ['a  AND "b  c"', 'year', '2024', 'a  AND "b  c" year:2024'],
    ['status:read a', 'status', 'reading', 'a status:reading'],
    ['status:read -status:to-read a', 'status', 'reading', '-status:to-read a status:reading'],
    ['year:2023..2025 a', 'year', '2024', 'a year:2024'],
    ['year:oops a', 'year', '2024', 'a year:2024'],
    ['a AND status:read AND b', 'status', 'reading', 'a AND b status:reading'],
    ['(status:read a)', 'status', 'reading', '(status:read a) status:reading'],
    ['tag:brain', 'tag', 'scene graphs', 'tag:brain tag:"scene graphs"'],
    ['a', 'tag', 'say "hi" (x)', 'a tag:"say \\"hi\\" (x)"'],
    ['a OR b', 'status', 'read', '(a OR b) status:read'],
    ['a (b OR c)', 'status', 'read', 'a (b OR c) status:read'],
    ['status:read OR a', 'status', 'read', '(status:read OR a) status:read'],
    ['a "b c', 'status', 'read', 'a "b c" status:read'],
    ['a tag:"b c\\', 'status', 'read', 'a tag:"b c\\\\" status:read'],
    ['a (b (c', 'status', 'read', 'a (b (c)) status:read'],
    ['a) b OR', 'status', 'read', 'a b status:read'],
    ['a NOT', 'status', 'read', 'a status:read'],
    ['a NOT) b', 'status', 'read', 'a b status:read'],
    ['a -', 'status', 'read', 'a - status:read'],
  ])('adds to %j: %s %s', (text, key, value, result) => {
    expect(toggleTerm(text, key, value)).toBe(result);
    expect(hasTerm(result, key, value)).toBe(true);
    expect(hasKey(result, key)).toBe(true);
  });

  it('removes a term that is already there, in any spelling', () => {
    expect(toggleTerm('a status:"To read" b', 'status', 'to-read')).toBe('a b');
    expect(toggleTerm('a  b TAG:Brain', 'tag', 'brain')).toBe('a  b');
    expect(toggleTerm('tag:brain AND a', 'tag', 'brain')).toBe('a');
    expect(toggleTerm('a AND tag:brain', 'tag', 'brain')).toBe('a');
    expect(toggleTerm('tag:brain tag:a tag:Brain', 'tag', 'brain')).toBe('tag:a');
    expect(toggleTerm('year:2024..2024', 'year', '2024')).toBe('');
  });

  it('adds and removes a term of any query without changing the rest', () => {
    const values: [FacetKey, string][] = [
      ['status', 'to-read'],
      ['tag', 'a "tag" (with) signs'],
      ['year', '2024'],
      ['org', 'google'],
    ];
    fc.assert(
      fc.property(anyText, fc.constantFrom(...values), (text, [key, value]) => {
        fc.pre(!hasTerm(text, key, value));
        const toggled = toggleTerm(text, key, value);
        expect(hasTerm(toggled, key, value)).toBe(true);

        const others = key === 'tag' ? text : withoutKey(text, key);
        const filter = readFilter(key, value, 0) as Filter;
        const { condition, sort } = parseQuery(others, 0);
        expect(parseQuery(toggled, 0)).toMatchObject({ condition: all([condition, filter]), sort });

        const back = toggleTerm(toggled, key, value);
        expect(hasTerm(back, key, value)).toBe(false);
        expect(parseQuery(back, 0)).toMatchObject({ condition, sort });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('hasTerm and hasKey', () => {
  it.each<[string, boolean]>([
    ['status:reading', true],
    ['a Status:READING', true],
    ['-status:reading', false],
    ['NOT status:reading', false],
    ['status:reading OR a', false],
    ['(status:reading OR a) b', false],
    ['status:read', false],
    ['"status:reading"', false],
  ])('check for status:reading in %s', (text, asked) => {
    expect(hasTerm(text, 'status', 'reading')).toBe(asked);
  });

  it('check for any value of a key', () => {
    expect(hasKey('year:>2023 a', 'year')).toBe(true);
    expect(hasKey('-year:2024 a', 'year')).toBe(false);
  });
});

it.each([
  ['closing parentheses', ')'.repeat(100_000)],
  ['operators', 'OR NOT '.repeat(50_000)],
  ['words', 'word '.repeat(100_000)],
])('toggleTerm adds a term to 100,000 %s', (_, text) => {
  for (let year = 1990; year < 2030; year += 1) hasTerm(text, 'year', String(year));
  expect(toggleTerm(text, 'year', '2024')).toContain('2024');
});

describe('withoutKey', () => {
  it('removes required terms from the top level', () => {
    expect(withoutKey('status:read a status:reading -status:to-read', 'status')).toBe(
      'a -status:to-read',
    );
    expect(withoutKey('a OR status:read', 'status')).toBe('a OR status:read');
  });

  it('leaves no required term of the key in any query', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(hasKey(withoutKey(text, 'year'), 'year')).toBe(false);
      }),
    );
  });
});

describe('withSort', () => {
  it.each([
    ['a', 'a sort:-title'],
    ['sort:saved a', 'a sort:-title'],
    ['a (sort:saved) b', 'a b sort:-title'],
    ['a OR sort:saved', 'a sort:-title'],
    ['a OR sort:saved AND b', 'a OR b sort:-title'],
    ['(a OR sort:saved) b -sort:title', '(a) b sort:-title'],
    ['a "b', 'a "b" sort:-title'],
    ['a OR sort:saved) b', 'a OR b sort:-title'],
    [
      'saved:2026-02-30sort:"saved" OR sort:-title)tag:"a tag"',
      'saved:2026-02-30sort:"saved" OR tag:"a tag" sort:-title',
    ],
    ['NOT OR sort:x', 'sort:-title'],
  ])('sets the sort of %j', (text, result) => {
    expect(withSort(text, { by: 'title', descending: true })).toBe(result);
  });

  it('removes the sort', () => {
    expect(withSort('a sort:title', undefined)).toBe('a');
  });

  it('sets the sort of any query and keeps its condition', () => {
    fc.assert(
      fc.property(anyText, fc.option(anySort, { nil: undefined }), (text, sort) => {
        const { condition } = parseQuery(text, 0);
        expect(parseQuery(withSort(text, sort), 0)).toMatchObject({ condition });
        expect(parseQuery(withSort(text, sort), 0).sort).toEqual(sort);
      }),
      { numRuns: 2000 },
    );
  });
});
