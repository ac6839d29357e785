import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '@/lib/query/parse-query';
import { anyCondition, anySort } from './arbitrary';
import { printQuery } from './print-condition';

test('parseQuery reads back every printed query', () => {
  fc.assert(
    fc.property(anyCondition, fc.option(anySort, { nil: undefined }), (condition, sort) => {
      const text = printQuery({ condition, sort });
      expect(parseQuery(text, 0)).toEqual({ text, condition, sort, problems: [] });
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['a   AND (b c)', 'a b c'],
  ['NOT tag:"a/b"', '-tag:a/b'],
  ['(a OR b) "c d" tag:"e (f)"', '(a OR b) "c d" tag:"e (f)"'],
  ['-(a b)', '-(a b)'],
  ['year:>2023 upvotes:10..10', 'year:2024.. upvotes:10'],
  ['saved:2026-01 saved:>=2026-01-05', 'saved:2026-01-01..2026-01-31 saved:>=2026-01-05'],
  ['status:"to read" sort:title-desc', 'status:to-read sort:-title'],
  ['sort:upvotes-desc', 'sort:upvotes'],
  ['Titles:a-b notes:"c"', 'title:a-b note:"c"'],
  ['https://arxiv.org/abs/2512.01234', '"2512.01234"'],
])('prints %s as %s', (typed, written) => {
  expect(printQuery(parseQuery(typed, 0))).toBe(written);
});
