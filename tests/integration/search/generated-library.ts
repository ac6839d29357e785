import * as fc from 'fast-check';
import { type Entry, STATUSES } from '@/lib/papers/entry';
import type { Day } from '@/lib/shared/day';
import type { KnownPaper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import { type Condition, HAVINGS, SORT_KEYS, TEXT_FIELDS } from '@/lib/query/query';
import type { Row } from './naive-search';

/** Few and similar words of many scripts, so that searches often match. */
const WORDS = [
  ...'model models modeling mode transformer tranformer transformers zero shot zeroshot'.split(' '),
  ...'gpt4 fine tuning finetuning u net unet trade off tradeoff over fit overfit'.split(' '),
  ...'gpt-4 gpt 4 4o a an of re rest attention atention Łódź naïve NAIVE ﬁne İstanbul σας'.split(
    ' ',
  ),
  ...'深層学習 学習 習 学習モデル モデル が가 모델 모델을 हिन्दी 2512.01234 — :)'.split(' '),
];
const NAMES = ['Wei Zhang', 'Zhang Wei', 'Wei', 'Zhanghao Li', 'Li Wei', 'José Núñez', '山田太郎'];
const TAGS = [
  'agents',
  'Agents',
  'agents/memory',
  'agents/memory/long',
  'to read',
  'Über',
  'model',
];
const ORGANIZATIONS = [
  { name: 'Tideline Lab', slug: 'tideline-lab' },
  { name: 'tideline lab', slug: 'TidelineLab' },
  { name: 'Modelwerk 学習', slug: 'modelwerk' },
];
const DAYS: Day[] = ['2024-12-31', '2025-01-01', '2025-06-30', '2026-01-01'];
const TIMES = [1_700_000_000_000, 1_700_000_000_001, 1_750_000_000_000, 1_750_000_000_500];

const word = fc.constantFrom(...WORDS);
const text = (longest: number): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', ', ', '-', '. ')), { maxLength: longest })
    .map((pairs) => pairs.flat().join(''));

const IDS: PaperId[] = [
  'arxiv:2512.01234',
  'arxiv:2512.01235',
  'arxiv:2401.00001',
  'arxiv:math/0502036',
  'other:model',
  ...Array.from({ length: 20 }, (_, index): PaperId => `arxiv:2601.${10_000 + index * 37}`),
];

const paperId = fc.constantFrom(...IDS);

const paperFacts = fc.record(
  {
    title: text(5),
    abstract: text(14),
    authors: fc.array(fc.constantFrom(...NAMES), { maxLength: 4 }),
    organization: fc.constantFrom(...ORGANIZATIONS),
    publishedOn: fc.constantFrom(...DAYS),
    upvotes: fc.nat(60),
    githubRepo: fc.constant('https://example.org/code'),
  },
  { requiredKeys: ['title'] },
);

const entryFacts = fc.record({
  status: fc.constantFrom(...STATUSES),
  tags: fc.uniqueArray(fc.constantFrom(...TAGS), {
    maxLength: 3,
    selector: (tag) => tag.toLowerCase(),
  }),
  note: fc.oneof(fc.constant(''), text(6)),
  savedAt: fc.constantFrom(...TIMES),
  removedAt: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constant(1_760_000_000_000) },
  ),
});

/** An entry, rarely without a paper. */
export const row: fc.Arbitrary<Row> = fc
  .tuple(paperId, fc.option(paperFacts, { freq: 12, nil: undefined }), entryFacts)
  .map(([id, facts, entry]) => ({
    paper: facts && ({ id, firstSeenAt: 1, lastSeenAt: 1, ...facts } as KnownPaper),
    entry: {
      paperId: id,
      citationKey: id,
      updatedAt: entry.savedAt,
      editedAt: {},
      ...entry,
    } satisfies Entry,
  }));

const shortText = fc
  .tuple(word, fc.nat(8))
  .map(([text, cut]) => [...text].slice(0, Math.max(1, [...text].length - (cut > 5 ? cut - 5 : 0))))
  .map((characters) => characters.join(''));

const range = (values: readonly number[]): fc.Arbitrary<{ low?: number; high?: number }> =>
  fc.record(
    { low: fc.constantFrom(...values), high: fc.constantFrom(...values) },
    { requiredKeys: [] },
  );

export const condition: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    shortText.map((text) => ({ kind: 'word', text }) as const),
    fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => ({
      kind: 'phrase' as const,
      text: words.join(' '),
    })),
    fc.tuple(shortText, fc.constantFrom(...TEXT_FIELDS)).map(([text, field]) => ({
      kind: 'word' as const,
      text,
      field,
    })),
    fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.constantFrom(...TEXT_FIELDS))
      .map(([words, field]) => ({ kind: 'phrase' as const, text: words.join(' '), field })),
    fc.constantFrom('wei', 'wei zh', 'zhang w', 'jose n', '山', '太郎', 'li').map((name) => ({
      kind: 'author' as const,
      name,
    })),
    fc.constantFrom('agents', 'AGENTS/memory', 'über', 'none').map((tag) => ({
      kind: 'tag' as const,
      tag,
    })),
    fc.constantFrom('tide', 'TIDELINE-', 'model', 'x').map((name) => ({
      kind: 'org' as const,
      name,
    })),
    range([2024, 2025, 2026]).map(({ low, high }) => ({
      kind: 'year' as const,
      ...(low === undefined ? {} : { from: low }),
      ...(high === undefined ? {} : { to: high }),
    })),
    range(TIMES).map(({ low, high }) => ({
      kind: 'saved' as const,
      ...(low === undefined ? {} : { from: low }),
      ...(high === undefined ? {} : { before: high }),
    })),
    fc.constantFrom(...STATUSES).map((status) => ({ kind: 'status' as const, status })),
    fc.constantFrom(...HAVINGS).map((what) => ({ kind: 'has' as const, what })),
    range([0, 10, 30]).map(({ low, high }) => ({
      kind: 'upvotes' as const,
      ...(low === undefined ? {} : { from: low }),
      ...(high === undefined ? {} : { to: high }),
    })),
    fc
      .array(tie('any'), { maxLength: 3 })
      .chain((of) => fc.constantFrom('all' as const, 'any' as const).map((kind) => ({ kind, of }))),
    tie('any').map((condition) => ({ kind: 'not' as const, condition })),
  ),
})).any;

export const sort = fc.option(
  fc.record({ by: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }),
  { nil: undefined },
);
