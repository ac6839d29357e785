// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PaperHistory } from '@/components/PaperHistory';
import type { CountsAt } from '@/lib/papers/counts-over-time';
import { useEnglish } from './english';

useEnglish();
afterEach(cleanup);
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T12:00:00'), toFake: ['Date'] });
  return () => vi.useRealTimers();
});

const at = (day: string, time = '10:00'): number => Date.parse(`2026-${day}T${time}:00`);

function show(points: readonly CountsAt[]): Element {
  return render(<PaperHistory points={points} />).container;
}

function cells(): string[][] {
  return screen
    .getAllByRole('row', { hidden: true })
    .map((row) => [...row.children].map((cell) => cell.textContent));
}

test('what rose is a line, a sentence, and plain numbers', () => {
  const shown = show([
    { at: at('09-28'), upvotes: 18, comments: 2 },
    { at: at('10-01'), upvotes: 290, comments: 2, githubStars: 1100 },
    { at: at('11-20'), upvotes: 1312, comments: 14, githubStars: 1204 },
  ]);

  expect(shown.textContent).toContain('Upvotes: 18 → 1,312 since Sep 28');
  expect(shown.textContent).toContain('Comments: 2 → 14 · GitHub stars: 1,100 → 1,204');
  expect(
    screen.getByRole('img', { name: 'Upvotes went from 18 to 1,312 since Sep 28' }),
  ).toBeTruthy();
  expect(cells()).toEqual([
    ['Day', 'Upvotes', 'Comments', 'GitHub stars'],
    ['Nov 20', '1,312', '14', '1,204'],
    ['Oct 1', '290', '2', '1,100'],
    ['Sep 28', '18', '2', ''],
  ]);
});

test('of a day the last numbers stand, whichever listing showed them', () => {
  show([
    { at: at('11-19', '08:00'), upvotes: 5, comments: 1 },
    { at: at('11-20', '08:00'), upvotes: 10, comments: 3 },
    { at: at('11-20', '21:00'), upvotes: 12 },
  ]);

  expect(cells()).toEqual([
    ['Day', 'Upvotes', 'Comments'],
    ['Nov 20', '12', '3'],
    ['Nov 19', '5', '1'],
  ]);
});

test('what stayed the same is one number', () => {
  const shown = show([
    { at: at('11-20'), upvotes: 7, comments: 0 },
    { at: at('11-21'), upvotes: 7, comments: 0 },
  ]);

  expect(shown.textContent).toContain('Upvotes: 7 since Friday');
  expect(shown.textContent).toContain('Comments: 0');
});

test('seen once there is no line, but the number and since when', () => {
  const shown = show([{ at: at('09-28'), upvotes: 312, githubStars: 9 }]);

  expect(shown.textContent).toBe('Upvotes: 312, known since Sep 28GitHub stars: 9');
  expect(screen.queryByRole('img')).toBeNull();
  expect(screen.queryByRole('table', { hidden: true })).toBeNull();
});

test('with nothing known there is nothing', () => {
  expect(show([]).childElementCount).toBe(0);
  expect(show([{ at: at('09-28'), comments: 3 }]).childElementCount).toBe(0);
});
