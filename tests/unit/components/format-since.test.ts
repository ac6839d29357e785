// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { riseMessage, sinceWhen } from '@/components/format/format-since';
import { useEnglish } from './english';

useEnglish();

const NOON = new Date(2026, 8, 28, 12).getTime();

// Newer Node versions put a narrow space before AM.
const since = (...time: [number, number, number, number?, number?]) =>
  sinceWhen(new Date(...time).getTime(), NOON).replace(/\s/g, ' ');

test('shows the time for today', () => {
  expect(since(2026, 8, 28, 9, 5)).toMatch(/^today, 9:05/);
  expect(since(2026, 8, 28, 0, 0)).toMatch(/^today, 12:00/);
});

test('shows the weekday for the six days before', () => {
  expect(since(2026, 8, 27, 23, 59)).toBe('Sunday');
  expect(since(2026, 8, 25, 18)).toBe('Friday');
  expect(since(2026, 8, 22)).toBe('Tuesday');
});

test('shows the date for a week ago and earlier', () => {
  expect(since(2026, 8, 21, 23, 59)).toBe('Sep 21');
  expect(since(2025, 11, 31)).toBe('Dec 31, 2025');
});

test('riseMessage shows the rise and its start', () => {
  const since = new Date(2024, 8, 30).getTime();
  expect(riseMessage({ by: 1248, since })).toBe('+1,248 since Sep 30, 2024');
});
