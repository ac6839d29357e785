import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { medianWait } from '@/lib/library/reading/reading-counts';
import { DAY_MS } from '@/lib/shared/day';
import { anEntry } from '../../fixtures/rows';
import { statsOf, entries, NOW } from './entries';

test('counts a paper as read on the UTC day on which its status was set', () => {
  const stats = statsOf([
    anEntry({
      status: 'read',
      savedAt: Date.UTC(2025, 11, 31, 23, 59),
      updatedAt: Date.UTC(2026, 5, 1),
      editedAt: { status: Date.UTC(2026, 0, 1), note: Date.UTC(2026, 5, 1) },
    }),
  ]);

  expect([...stats.saved]).toEqual([['2025-12-31', 1]]);
  expect([...stats.read]).toEqual([['2026-01-01', 1]]);
});

test('counts a paper saved as read on the day it was saved, ignoring later edits', () => {
  const savedAt = Date.UTC(2026, 2, 3);
  const stats = statsOf([
    anEntry({ status: 'read', savedAt, updatedAt: NOW, editedAt: { note: NOW } }),
  ]);

  expect([...stats.read]).toEqual([['2026-03-03', 1]]);
});

test('does not count papers as read that are to read or being read again', () => {
  const stats = statsOf([
    anEntry({ status: 'to-read', editedAt: { status: NOW } }),
    anEntry({ status: 'reading', editedAt: { status: NOW } }),
  ]);

  expect(stats.read.size).toBe(0);
  expect(stats.totals).toEqual({ 'to-read': 1, reading: 1, read: 0 });
});

test('counts times after now or before 1970', () => {
  const stats = statsOf([anEntry({ savedAt: NOW + 400 * DAY_MS }), anEntry({ savedAt: -1e15 })]);

  expect([...stats.saved]).toEqual([
    ['2026-11-23', 1],
    ['1970-01-01', 1],
  ]);
});

test('counts a paper once per top-level tag, ignoring case', () => {
  const stats = statsOf([
    anEntry({ tags: ['nlp/parsing', 'NLP/qa', 'vision'], savedAt: NOW }),
    anEntry({ tags: ['nlp'], savedAt: NOW }),
  ]);

  const totals = stats.tags.map(({ name, saved }) => [name.toLowerCase(), saved.get('2026-11-23')]);
  expect(totals).toEqual([
    ['nlp', 2],
    ['vision', 1],
  ]);
});

test('medianWait returns the wait that half of the papers to read reach', () => {
  const waiting = (...days: number[]) =>
    medianWait(statsOf(days.map((day) => anEntry({ savedAt: NOW - day * DAY_MS }))));

  expect(waiting()).toBeUndefined();
  expect(waiting(3)).toBe(3);
  expect(waiting(1, 50, 3)).toBe(3);
  expect(waiting(1, 2, 10, 20)).toBe(10);
  expect(medianWait(statsOf([anEntry({ status: 'read' })]))).toBeUndefined();
});

test('counts each paper exactly once', () => {
  fc.assert(
    fc.property(entries, (library) => {
      const stats = statsOf(library);
      const sum = (counts: ReadonlyMap<string, number>) =>
        [...counts.values()].reduce((total, count) => total + count, 0);

      expect(sum(stats.saved)).toBe(library.length);
      expect(sum(stats.read)).toBe(stats.totals.read);
      expect(sum(stats.toRead)).toBe(stats.totals['to-read']);
      for (const { name, saved } of stats.tags) {
        const hasTag = (tag: string) => tag.split('/')[0]?.toLowerCase() === name.toLowerCase();
        expect(sum(saved)).toBe(library.filter(({ tags }) => tags.some(hasTag)).length);
      }
    }),
  );
});
