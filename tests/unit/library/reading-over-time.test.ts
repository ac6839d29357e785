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
import { statsOf, entries, NOW } from './entries';

const anyPeriod = fc.constantFrom<ReadingPeriod>('three-months', 'year', 'all');

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

test('splits three months into 13 weeks up to this one, with 0 for weeks without papers', () => {
  const { unit, starts, saved, read } = savedAndRead(
    statsOf([
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

test('counts days around New Year in the same week', () => {
  const around = [Date.UTC(2025, 11, 29), Date.UTC(2025, 11, 31), Date.UTC(2026, 0, 4)];
  const { starts, saved } = savedAndRead(
    statsOf([...around, Date.UTC(2026, 0, 5)].map((savedAt) => anEntry({ savedAt }))),
    'year',
  );

  expect(saved[starts.indexOf('2025-12-29')]).toBe(3);
  expect(saved[starts.indexOf('2026-01-05')]).toBe(1);
});

test('shows a young library over three months and an old one over the chosen period', () => {
  const young = statsOf([anEntry({ savedAt: NOW - 3 * DAY_MS })]);
  const old = statsOf([anEntry({ savedAt: NOW - 3652 * DAY_MS }), anEntry({ savedAt: NOW })]);
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

test('counts a paper read in the period but saved long before', () => {
  const { saved, read } = savedAndRead(
    statsOf([
      anEntry({ savedAt: NOW - 800 * DAY_MS, status: 'read', editedAt: { status: NOW - DAY_MS } }),
    ]),
    'year',
  );

  expect([sum(saved), sum(read)]).toEqual([0, 1]);
});

test('counts the papers saved and read in each of at most 60 spans', () => {
  fc.assert(
    fc.property(entries, anyPeriod, (library, period) => {
      const { unit, starts, saved, read } = savedAndRead(statsOf(library), period);

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

test('shows the eight most used tags of the period, and the others together', () => {
  const library = Array.from({ length: 10 }, (_, n) =>
    Array.from({ length: n + 1 }, () => anEntry({ tags: [`tag ${n}/below`], savedAt: NOW })),
  ).flat();
  const old = Array.from({ length: 50 }, () =>
    anEntry({ tags: ['old'], savedAt: NOW - 500 * DAY_MS }),
  );
  const { tags, others } = tagsOverTime(statsOf([...library, ...old]), 'year');

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

test('counts each use of a tag once', () => {
  fc.assert(
    fc.property(entries, (library) => {
      const { starts, tags, others } = tagsOverTime(statsOf(library), 'all');
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
