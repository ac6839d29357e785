import { dayFrom } from '../../../lib/shared/day';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../lib/shared/day';
import {
  latestDay,
  mostRecent,
  nearest,
  resolveDay,
  shownDay,
  weekOf,
} from '../../../lib/sites/dates';

const at = (time: string) => Date.parse(time);

test('dayFrom returns undefined for a day that does not exist', () => {
  expect(dayFrom(2024, 2, 29)).toBe('2024-02-29');
  expect(dayFrom(2025, 2, 29)).toBeUndefined();
  expect(dayFrom(2025, 13, 1)).toBeUndefined();
  expect(dayFrom(2025, 0, 1)).toBeUndefined();
  expect(dayFrom(2025, 4, 31)).toBeUndefined();
  expect(dayFrom(Number.NaN, 4, 30)).toBeUndefined();
});

test('shownDay parses the dates of pages', () => {
  expect(shownDay('Oct 4, 2026')).toEqual({ year: 2026, month: 10, day: 4 });
  expect(shownDay('Feb 24')).toEqual({ month: 2, day: 24 });
  expect(shownDay('September 3, 2025')).toEqual({ year: 2025, month: 9, day: 3 });
  for (const text of ['Foo 4, 2026', '24', 'Feb', 'In Feb 24', 'Feb 24 2', '3 authors', '']) {
    expect(shownDay(text)).toBeUndefined();
  }
});

// https://en.wikipedia.org/wiki/ISO_week_date: week 1 has the year's first Thursday.
test.each([
  ['2026-03-12', '2026-W11'],
  ['2026-01-01', '2026-W01'],
  ['2025-12-29', '2026-W01'],
  ['2025-12-28', '2025-W52'],
  ['2027-01-03', '2026-W53'],
  ['2027-01-04', '2027-W01'],
] as [Day, string][])('%s is in %s', (day, week) => {
  expect(weekOf(day)).toBe(week);
});

test('latestDay is the day in the time zones ahead of UTC', () => {
  expect(latestDay(at('2025-12-31T12:00:00Z'))).toBe('2026-01-01');
});

test('mostRecent and nearest find the year', () => {
  expect(mostRecent({ month: 12, day: 31 }, '2026-01-01')).toBe('2025-12-31');
  expect(mostRecent({ month: 1, day: 1 }, '2026-01-01')).toBe('2026-01-01');
  expect(mostRecent({ month: 2, day: 29 }, '2026-11-01')).toBe('2024-02-29');
  expect(mostRecent({ month: 2, day: 30 }, '2026-11-01')).toBeUndefined();
  expect(nearest({ month: 12, day: 31 }, '2026-01-02')).toBe('2025-12-31');
  expect(nearest({ month: 1, day: 2 }, '2025-12-31')).toBe('2026-01-02');
  expect(nearest({ month: 9, day: 28 }, '2026-09-25')).toBe('2026-09-28');
});

describe('resolveDay', () => {
  const now = at('2026-11-22T12:00:00Z');
  const feb24 = { month: 2, day: 24 };

  const resolveWithId = (year: number, month: number, day: { month: number; day: number }) =>
    resolveDay(day, { idMonth: { year, month }, listingDay: '2026-06-01', now });

  test('keeps a given year', () => {
    const idMonth = { year: 2024, month: 2 };
    expect(resolveDay({ ...feb24, year: 2018 }, { idMonth, now })).toBe('2018-02-24');
    expect(resolveDay({ ...feb24, year: 2018, day: 31 }, { now })).toBeUndefined();
  });

  test('takes the year of the id, also for the month before or after', () => {
    expect(resolveWithId(2024, 2, feb24)).toBe('2024-02-24');
    expect(resolveWithId(2024, 3, feb24)).toBe('2024-02-24');
    expect(resolveWithId(2024, 1, feb24)).toBe('2024-02-24');
    expect(resolveWithId(2025, 1, { month: 12, day: 31 })).toBe('2024-12-31');
    expect(resolveWithId(2024, 12, { month: 1, day: 1 })).toBe('2025-01-01');
  });

  test('ignores an id of another month, of the future or of no month', () => {
    for (const idMonth of [
      { year: 2024, month: 4 },
      { year: 2099, month: 2 },
      { year: 2027, month: 1 },
      { year: 2024, month: 0 },
      { year: 2024, month: 13 },
    ]) {
      expect(resolveDay(feb24, { idMonth, listingDay: '2025-12-30', now })).toBe('2025-02-24');
    }
  });

  test('ignores an id of a future month for a past day', () => {
    const idMonth = { year: 2026, month: 12 };
    const clues = { idMonth, listingDay: '2025-12-30', now } as const;
    expect(resolveDay({ month: 11, day: 20 }, clues)).toBe('2025-11-20');
  });

  test('falls back to the listing, then to now, and is never in the future', () => {
    expect(resolveDay(feb24, { listingDay: '2025-12-30', now })).toBe('2025-02-24');
    expect(resolveDay({ month: 12, day: 1 }, { listingDay: '2025-06-30', now })).toBe('2025-12-01');
    expect(resolveDay(feb24, { now })).toBe('2026-02-24');
    expect(resolveDay({ month: 11, day: 23 }, { now })).toBe('2026-11-23');
    expect(resolveDay({ month: 11, day: 24 }, { now })).toBe('2025-11-24');
    expect(resolveDay({ month: 12, day: 1 }, { listingDay: '2026-11-20', now })).toBe('2025-12-01');
  });

  test('works around New Year', () => {
    const eve = at('2025-12-31T23:30:00Z');
    expect(resolveDay({ month: 1, day: 1 }, { now: eve })).toBe('2026-01-01');
    expect(resolveDay({ month: 1, day: 2 }, { now: eve })).toBe('2025-01-02');
    const newYear = at('2026-01-01T00:30:00Z');
    expect(resolveDay({ month: 12, day: 31 }, { now: newYear })).toBe('2025-12-31');
  });
});
