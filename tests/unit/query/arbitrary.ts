import * as fc from 'fast-check';
import { DAY_MS } from '@/lib/shared/day';
import { all, any, not } from '@/lib/query/conditions';
import { HAVINGS, ONE_WAY_SORTS, SORT_KEYS, TEXT_FIELDS } from '@/lib/query/query';
import type { Condition, Sort } from '@/lib/query/query';
import { STATUSES } from '@/lib/papers/entry';
import { cleanTag } from '@/lib/papers/tags/tag';
import { foldSpaces } from '@/lib/shared/text';

/** Valid and invalid pieces of queries. */
const PIECES = [
  '()-"“” \\:/.'.split(''),
  [' ', '  ', ' OR ', ' AND ', ' NOT ', 'OR', 'NOT', '--', '\n', '\t', '\\"', '..', '>', '<='],
  ['word', 'state-of-the-art', 'é', '注意力', '🙂', 'c++', '2512.01234', 'arxiv:2512.01234v2'],
  ['tag:', 'Tag:brain', 'tag:a/b', 'tag:"a tag"', 'author:"Yann LeCun"', 'org:google', 'org:"'],
  ['year:2024', 'year:2024..2025', 'year:>2023', 'year:2024..', 'year:9999', 'year:x', 'year:>'],
  ['saved:7d', 'saved:2026-01', 'saved:>=2026-01-31', 'saved:<2026', 'saved:2026-02-30'],
  ['saved:2025-12-01..2026-01-31', 'saved:9999', 'saved:>9998', 'saved:9999y', 'saved:0d'],
  ['status:reading', 'status:"to read"', 'status:toread', 'status:?', 'has:note', 'has:nothing'],
  ['upvotes:>50', 'upvotes:10..20', 'upvotes:20..10', 'upvotes:999999999', 'upvotes:>999999999'],
  ['sort:title', 'sort:-title', 'sort:"saved"', 'sort:x', 'foo:bar', 'foo:"bar baz"', 'foo:'],
  ['title:', 'title:a-b', 'abstract:"a b"', 'notes:x', 'note:-', 'title:-x', 'title:tag:x'],
  ['https://arxiv.org/abs/2512.01234v2', 'https://example.org/a:b', 'Attention: all'],
].flat();

/** One piece of each kind, so that all sequences of three are frequent. */
const KINDS = ['a', ' ', '-', '(', ')', '"', ' OR ', ' NOT ', 'tag:b', 'year:2024', 'sort:"saved"'];

/** Random sequences of pieces. */
export const anyPieces = fc
  .oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }),
    fc.array(fc.constantFrom(...KINDS), { maxLength: 12 }),
  )
  .map((pieces) => pieces.join(''));

export const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), anyPieces);

const texts = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => `a${text}`),
    fc.constantFrom('Yann LeCun', 'say "hi"', '\\alpha', 'OR', '-x', 'a(b)', 'tag:x', 'a“'),
  )
  .map(foldSpaces);
const range = (least: number, most: number) =>
  fc.oneof(
    fc.integer({ min: least, max: most }).map((from) => ({ from })),
    fc.integer({ min: least, max: most }).map((to) => ({ to })),
    fc
      .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
  );
const day = fc.integer({ min: -300_000, max: 2_900_000 });
const period = fc.oneof(
  day.map((from) => ({ from: from * DAY_MS })),
  day.map((before) => ({ before: before * DAY_MS })),
  fc
    .tuple(day, fc.integer({ min: 1, max: 1000 }))
    .map(([from, days]) => ({ from: from * DAY_MS, before: (from + days) * DAY_MS })),
);
const word = fc
  .stringMatching(/^[\p{L}\p{N}][^\s()"“”„:/-]{0,8}$/u)
  .filter((text) => !['OR', 'AND', 'NOT'].includes(text));

const field = fc.constantFrom(...TEXT_FIELDS);

const leaf = fc.oneof(
  word.map((text): Condition => ({ kind: 'word', text })),
  texts.map((text): Condition => ({ kind: 'phrase', text })),
  fc.tuple(word, field).map(([text, field]): Condition => ({ kind: 'word', text, field })),
  fc.tuple(texts, field).map(([text, field]): Condition => ({ kind: 'phrase', text, field })),
  texts.map((text): Condition => ({ kind: 'tag', tag: cleanTag(text) })),
  texts.map((name): Condition => ({ kind: 'author', name })),
  texts.map((name): Condition => ({ kind: 'org', name })),
  range(1000, 9999).map((years): Condition => ({ kind: 'year', ...years })),
  range(0, 999_999_999).map((upvotes): Condition => ({ kind: 'upvotes', ...upvotes })),
  period.map((saved): Condition => ({ kind: 'saved', ...saved })),
  fc.constantFrom(...STATUSES).map((status): Condition => ({ kind: 'status', status })),
  fc.constantFrom(...HAVINGS).map((what): Condition => ({ kind: 'has', what })),
);

/** Conditions in normal form that a query can express. */
export const anyCondition = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map(all),
    fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map(any),
    tie('node').map(not),
  ),
})).node;

export const anySort: fc.Arbitrary<Sort> = fc.oneof(
  fc.constantFrom<Sort>(...[...ONE_WAY_SORTS].map((by) => ({ by, descending: true }))),
  fc.record({
    by: fc.constantFrom(...SORT_KEYS.filter((key) => !ONE_WAY_SORTS.has(key))),
    descending: fc.boolean(),
  }),
);
