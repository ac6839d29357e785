import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  CALENDAR_UNITS,
  daysBetween,
  nextUnitStart,
  unitFor,
  unitStart,
  unitStarts,
} from '@/lib/shared/calendar';
import { dayOf } from '@/lib/shared/day';

const anyDay = fc
  .integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) })
  .map((time) => dayOf(time));
const anyUnit = fc.constantFrom(...CALENDAR_UNITS);

test.each([
  ['week', '2026-01-01', '2025-12-29'],
  ['week', '2025-12-29', '2025-12-29'],
  ['week', '2024-12-29', '2024-12-23'],
  ['month', '2024-02-29', '2024-02-01'],
  ['quarter', '2026-12-31', '2026-10-01'],
  ['year', '2026-12-31', '2026-01-01'],
] as const)('the %s of %s begins on %s', (unit, day, start) => {
  expect(unitStart(day, unit)).toBe(start);
});

test('every day is in exactly one unit, and weeks begin on Monday', () => {
  fc.assert(
    fc.property(anyDay, anyUnit, (day, unit) => {
      const start = unitStart(day, unit);
      expect(start <= day && day < nextUnitStart(start, unit)).toBe(true);
      expect(unitStart(start, unit)).toBe(start);
      expect(unitStart(addDays(start, -1), unit) < start).toBe(true);
      if (unit === 'week') expect(new Date(start).getUTCDay()).toBe(1);
    }),
  );
});

test('unitStarts leaves no gap from the first day to the last', () => {
  fc.assert(
    fc.property(anyDay, anyDay, anyUnit, (one, other, unit) => {
      const [first, last] = one < other ? [one, other] : [other, one];
      const starts = unitStarts(first, last, unit);
      expect(starts[0]).toBe(unitStart(first, unit));
      expect(starts.at(-1)).toBe(unitStart(last, unit));
      expect(starts.slice(1)).toEqual(
        starts.slice(0, -1).map((start) => nextUnitStart(start, unit)),
      );
    }),
    { numRuns: 30 },
  );
});

test('addDays and daysBetween work across years and daylight saving time', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  expect(daysBetween('2025-10-01', '2026-10-01')).toBe(365);
});

test.each([
  ['2026-01-01', '2026-12-31', 'week'],
  ['2024-01-01', '2026-12-31', 'month'],
  ['2016-11-23', '2026-11-23', 'quarter'],
  ['1970-01-01', '2026-11-23', 'year'],
  ['1900-01-01', '2026-11-23', 'year'],
] as const)('%s to %s is split by %s, into at most 60 units', (first, last, unit) => {
  expect(unitFor(first, last, 60)).toBe(unit);
});
