import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReadingStats } from '@/lib/library/reading/reading-counts';
import {
  savedAndRead,
  tagsOverTime,
  type ReadingPeriod,
} from '@/lib/library/reading/reading-over-time';
import { nextUnitStart } from '@/lib/shared/calendar';
import { DAY_MS, dayOf } from '@/lib/shared/day';
import type { Entry } from '@/lib/papers/entry';
import { anEntry } from '../../fixtures/rows';
import { counted, entries, NOW } from './entries';

const aPeriod = fc.constantFrom<ReadingPeriod>('three-months', 'year', 'all');

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

test('three months are 13 weeks, the last of them this one, and weeks without a paper are 0', () => {
  const { unit, starts, saved, read } = savedAndRead(
    counted([
      anEntry({ savedAt: NOW }),
      anEntry({ savedAt: NOW - 8 * DAY_MS, status: 'read', editedAt: { status: NOW } }),
    ]),
    'three-months',
  );

  expect(unit).toBe('week');
  expect(starts).toHaveLength(13);
  expect(starts[0]).toBe('2026-08-31');
  expect(starts.at(-1)).toBe('2026-11-23');
  expect(saved).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1]);
  expect(read).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
});

test('the days around New Year share their week', () => {
  const around = [Date.UTC(2025, 11, 29), Date.UTC(2025, 11, 31), Date.UTC(2026, 0, 4)];
  const { starts, saved } = savedAndRead(
    counted([...around, Date.UTC(2026, 0, 5)].map((savedAt) => anEntry({ savedAt }))),
    'year',
  );

  expect(saved[starts.indexOf('2025-12-29')]).toBe(3);
  expect(saved[starts.indexOf('2026-01-05')]).toBe(1);
});

test('a young library is shown over three months, an old one over what was asked for', () => {
  const young = counted([anEntry({ savedAt: NOW - 3 * DAY_MS })]);
  const old = counted([anEntry({ savedAt: NOW - 3652 * DAY_MS }), anEntry({ savedAt: NOW })]);
  const spans = (stats: ReadingStats, period: ReadingPeriod) => {
    const { unit, starts } = savedAndRead(stats, period);
    return `${starts.length} × ${unit}`;
  };

  expect(spans(young, 'year')).toBe('13 × week');
  expect(spans(young, 'all')).toBe('13 × week');
  expect(spans(old, 'three-months')).toBe('13 × week');
  expect(spans(old, 'year')).toBe('52 × week');
  expect(spans(old, 'all')).toBe('41 × quarter');
});

test('a paper read in the period counts, though it was saved long before', () => {
  const { saved, read } = savedAndRead(
    counted([
      anEntry({ savedAt: NOW - 800 * DAY_MS, status: 'read', editedAt: { status: NOW - DAY_MS } }),
    ]),
    'year',
  );

  expect([sum(saved), sum(read)]).toEqual([0, 1]);
});

test('the spans of a period hold what was saved and read on their days, and never are too many', () => {
  fc.assert(
    fc.property(entries, aPeriod, (library, period) => {
      const { unit, starts, saved, read } = savedAndRead(counted(library), period);

      expect(starts.length).toBeLessThanOrEqual(60);
      expect([saved.length, read.length]).toEqual([starts.length, starts.length]);
      starts.forEach((start, index) => {
        const within = (time: number) =>
          dayOf(time) >= start && dayOf(time) < nextUnitStart(start, unit);
        expect(saved[index]).toBe(library.filter(({ savedAt }) => within(savedAt)).length);
        expect(read[index]).toBe(
          library.filter(
            ({ status, savedAt, editedAt }) =>
              status === 'read' && within(editedAt.status ?? savedAt),
          ).length,
        );
      });
      if (period === 'all') expect(sum(saved)).toBe(library.length);
    }),
  );
});

test('the eight most used tags of the period stand alone, the others together', () => {
  const library = Array.from({ length: 10 }, (_, n) =>
    Array.from({ length: n + 1 }, () => anEntry({ tags: [`tag ${n}/below`], savedAt: NOW })),
  ).flat();
  const old = Array.from({ length: 50 }, () =>
    anEntry({ tags: ['old'], savedAt: NOW - 500 * DAY_MS }),
  );
  const { tags, others } = tagsOverTime(counted([...library, ...old]), 'year');

  expect(tags.map(({ name, total }) => `${name}: ${total}`)).toEqual([
    'tag 9: 10',
    'tag 8: 9',
    'tag 7: 8',
    'tag 6: 7',
    'tag 5: 6',
    'tag 4: 5',
    'tag 3: 4',
    'tag 2: 3',
  ]);
  expect(others.tags).toBe(2);
  expect(sum(others.counts)).toBe(3);
});

test('each use of a tag is in one span of one tag, or of the others', () => {
  fc.assert(
    fc.property(entries, (library) => {
      const { starts, tags, others } = tagsOverTime(counted(library), 'all');
      const topLevels = (entry: Entry) =>
        new Set(entry.tags.map((tag) => tag.split('/')[0]?.toLowerCase()));
      const uses = sum(library.map((entry) => topLevels(entry).size));

      expect(starts.length).toBeLessThanOrEqual(60);
      expect(sum(tags.map(({ total }) => total)) + sum(others.counts)).toBe(uses);
      for (const { counts, total } of tags) {
        expect(counts).toHaveLength(starts.length);
        expect(sum(counts)).toBe(total);
      }
      const totals = tags.map(({ total }) => total);
      expect(totals).toEqual([...totals].sort((a, b) => b - a));
    }),
  );
});
