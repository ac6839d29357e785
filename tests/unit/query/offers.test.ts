import { expect, test } from 'vitest';
import { QUERY_KEYS } from '@/lib/query/keys';
import { offersFrom } from '@/lib/query/offers';
import { parseQuery } from '@/lib/query/parse-query';

const offersAt = offersFrom(async (kind, typed) =>
  kind === 'tag'
    ? [{ value: 'brain', count: 12 }, { value: 'scene graphs' }].filter(({ value }) =>
        value.startsWith(typed),
      )
    : [{ value: `${kind} ${typed}` }],
);
const values = async (text: string, onRequest = false) =>
  (await offersAt(text, text.length, onRequest)).map(({ value }) => value);

test('offers keys after their first letter, or on request', async () => {
  expect(await values('')).toEqual([]);
  expect(await values('', true)).toEqual(QUERY_KEYS.map(({ key }) => `${key}:`));
  expect(await values('a -s')).toEqual(['saved:', 'status:', 'sort:']);
  expect(await values('ti')).toEqual(['title:']);
  expect(await values('attention')).toEqual([]);
  expect(await values('title:a')).toEqual([]);
});

test('offers values right after a key: built-in ones, or those in the library', async () => {
  expect(await values('status:')).toEqual(['to-read', 'reading', 'read']);
  expect(await values('has:T')).toEqual(['tag']);
  expect(await values('sort:-t')).toEqual(['-title']);
  expect(await values('tag:')).toEqual(['brain', 'scene graphs']);
  expect(await values('org:goo')).toEqual(['org goo']);
});

test('returns the resulting query, and offers nothing that changes nothing', async () => {
  expect(await offersAt('a tag:b', 7, false)).toEqual([
    { value: 'brain', count: 12, text: 'a tag:brain ', caret: 12 },
  ]);
  expect(await values('status:reading')).toEqual([]);
  expect(await values('tag:brain')).toEqual([]);
});

test('examples and values of each key parse without problems', () => {
  for (const { key, examples, values: known } of QUERY_KEYS) {
    const terms = [...examples, ...known.map((value) => `${key}:${value}`)];
    for (const term of terms) {
      expect(term).toContain(`${key}:`);
      expect(parseQuery(term, 0).problems, term).toEqual([]);
    }
  }
});
