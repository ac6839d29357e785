import { expect, test } from 'vitest';
import {
  addressOf,
  countOf,
  dayOfTime,
  fieldsOf,
  fieldsOfJson,
  shownCount,
  textOf,
} from '../../../lib/sites/lenient';

test('each reader accepts only its own type', () => {
  const others = [undefined, null, true, Symbol('x'), 5n, () => 1, [], ['a'], new Date(0)];
  for (const value of [...others, 7, {}, Number.NaN]) expect(textOf(value)).toBeUndefined();
  for (const value of [...others, '7', {}, -1, 1.5, Number.NaN, Infinity, 1e300]) {
    expect(countOf(value)).toBeUndefined();
  }
  for (const value of [undefined, null, [], 'a', 7]) expect(fieldsOf(value)).toBeUndefined();
  for (const value of [...others, 7, {}]) expect(addressOf(value, 'https:')).toBeUndefined();
  for (const value of [...others, 7, {}]) expect(dayOfTime(value)).toBeUndefined();
  for (const text of ['', '{', 'null', '[]', '"a"', '7'])
    expect(fieldsOfJson(text)).toBeUndefined();
  expect(textOf(' a\n\u00a0 b ')).toBe('a b');
  expect(textOf(' \n ')).toBeUndefined();
  expect(countOf(0)).toBe(0);
});

test('addressOf accepts absolute URLs with the given protocols', () => {
  expect(addressOf(' https://a.example/b?c#d ', 'https:')).toBe('https://a.example/b?c#d');
  expect(addressOf('http://a.example', 'https:', 'http:')).toBe('http://a.example');
  for (const value of ['http://a.example', 'javascript:alert(1)', 'java\nscript:alert(1)']) {
    expect(addressOf(value, 'https:')).toBeUndefined();
  }
  for (const value of ['//a.example', '/a', 'a.example', 'https://', 'https://a b', 'data:,x']) {
    expect(addressOf(value, 'https:', 'http:')).toBeUndefined();
  }
});

test('dayOfTime returns the UTC day', () => {
  expect(dayOfTime('2026-03-10T18:59:01.000Z')).toBe('2026-03-10');
  expect(dayOfTime('2026-03-10')).toBe('2026-03-10');
  expect(dayOfTime('2026-03-10T23:59:59')).toBe('2026-03-10');
  expect(dayOfTime('2026-03-10T22:00:00-05:00')).toBe('2026-03-11');
  expect(dayOfTime('2026-03-10T01:00:00+0200')).toBe('2026-03-09');
  for (const text of ['2026-02-30', '2026-13-01', '2026-3-1', 'Mar 10', '2026-03-10 x', '2026']) {
    expect(dayOfTime(text)).toBeUndefined();
  }
});

test('shownCount parses numbers as shown', () => {
  expect(shownCount(' - ')).toEqual({ value: 0, exact: true });
  expect(shownCount('\n12 ')).toEqual({ value: 12, exact: true });
  expect(shownCount('1,234')).toEqual({ value: 1234, exact: true });
  expect(shownCount('3.29k')).toEqual({ value: 3290, exact: false });
  expect(shownCount('110K')).toEqual({ value: 110_000, exact: false });
  expect(shownCount('1.2M')).toEqual({ value: 1_200_000, exact: false });
  for (const text of [
    '',
    'many',
    '1,23',
    '-3',
    '1.5',
    '12 authors',
    '9'.repeat(20),
    `${'9'.repeat(400)}k`,
  ]) {
    expect(shownCount(text)).toBeUndefined();
  }
});
