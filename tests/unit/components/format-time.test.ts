// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { dayWithWeekday, shortDay, timeAgo } from '@/components/format/format-time';
import { DAY_MS, HOUR_MS } from '@/lib/shared/day';
import { MINUTE_MS } from '../../fixtures/times';
import { useEnglish } from './english';

useEnglish();

test('omits the current year', () => {
  const today = new Date('2026-11-22T12:00:00Z');

  expect(shortDay('2026-09-30', today)).toBe('Sep 30');
  expect(shortDay('2024-10-23', today)).toBe('Oct 23, 2024');
  expect(dayWithWeekday('2026-11-20', today)).toBe('Friday, November 20');
  expect(dayWithWeekday('2024-10-23', today)).toBe('Wednesday, October 23, 2024');
});

test('timeAgo gets coarser with age', () => {
  const now = Date.UTC(2026, 10, 22, 12);

  expect(timeAgo(now - 5000, now)).toBe('just now');
  expect(timeAgo(now - 3 * MINUTE_MS, now)).toBe('3 minutes ago');
  expect(timeAgo(now - 26 * HOUR_MS, now)).toBe('yesterday');
  expect(timeAgo(now - 30 * DAY_MS, now)).toBe('Oct 23, 2026');
});
