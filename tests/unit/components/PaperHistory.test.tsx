// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PaperHistory } from '@/components/paper/PaperHistory';
import type { CountsAt } from '@/lib/papers/counts';
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

/** The first and last `x` of each line. */
function lineEnds(): [number, number][] {
  return screen.getAllByRole('img').map((line) => {
    const points = line.querySelector('path')?.getAttribute('d')?.slice(1).split('L') ?? [];
    const xs = points.map((point) => Number(point.split(' ')[0]));
    return [xs[0] ?? -1, xs.at(-1) ?? -1];
  });
}

test('shows a line, its ends and a table for counts of several days', () => {
  const shown = show([
    { at: at('09-28'), upvotes: 18, comments: 2 },
    { at: at('10-01'), upvotes: 290, comments: 2, githubStars: 1100 },
    { at: at('11-20'), upvotes: 1312, comments: 14, githubStars: 1204 },
  ]);

  expect(shown.textContent).toContain('First seen Sep 28');
  for (const words of ['Upvotes: 18 → 1,312', 'Comments: 2 → 14', 'GitHub stars: 1,100 → 1,204']) {
    expect(screen.getByText(words)).toBeTruthy();
  }
  expect(screen.getAllByRole('img').map((line) => line.getAttribute('aria-label'))).toEqual([
    'Upvotes: from 18 to 1,312 since Sep 28',
    'Comments: from 2 to 14 since Sep 28',
    'GitHub stars: from 1,100 to 1,204 since Oct 1',
  ]);
  expect(cells()).toEqual([
    ['Day', 'Upvotes', 'Comments', 'GitHub stars'],
    ['Nov 20', '1,312', '14', '1,204'],
    ['Oct 1', '290', '2', '1,100'],
    ['Sep 28', '18', '2', ''],
  ]);
});

test('draws all lines on one time axis, from the first count to the last', () => {
  show([
    { at: at('09-27') },
    { at: at('09-28'), upvotes: 18 },
    { at: at('10-28'), upvotes: 20, comments: 3 },
    { at: at('11-07'), comments: 4 },
  ]);

  // 30 of 40 days, ± the hour of a daylight saving change.
  expect(lineEnds().map((ends) => ends.map((x) => Math.round(x / 10) * 10))).toEqual([
    [0, 150],
    [150, 200],
  ]);
});

test('shows the other counts without upvotes', () => {
  const shown = show([
    { at: at('09-27') },
    { at: at('09-28'), comments: 3 },
    { at: at('11-20'), comments: 5, githubStars: 8 },
  ]);

  expect(shown.textContent).toContain('First seen Sep 28Comments: 3 → 5GitHub stars: 8');
  expect(screen.getByRole('img', { name: 'Comments: from 3 to 5 since Sep 28' })).toBeTruthy();
  expect(cells()[0]).toEqual(['Day', 'Comments', 'GitHub stars']);
});

test('shows the last counts of a day, from any listing', () => {
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

test('shows one number for an unchanged count', () => {
  const shown = show([
    { at: at('11-20'), upvotes: 7, comments: 0 },
    { at: at('11-21'), upvotes: 7, comments: 0 },
  ]);

  expect(shown.textContent).toContain('First seen Friday');
  expect(screen.getByText('Upvotes: 7')).toBeTruthy();
  expect(screen.getByText('Comments: 0')).toBeTruthy();
});

test('shows no line for a single sighting', () => {
  const shown = show([{ at: at('09-28'), upvotes: 312, githubStars: 9 }]);

  expect(shown.textContent).toBe('First seen Sep 28Upvotes: 312 · GitHub stars: 9');
  expect(screen.queryByRole('img')).toBeNull();
  expect(screen.queryByRole('table', { hidden: true })).toBeNull();
});

test('shows changes within one day without a line', () => {
  const shown = show([
    { at: at('11-20', '08:00'), upvotes: 10, comments: 3 },
    { at: at('11-20', '21:00'), upvotes: 12, comments: 3 },
  ]);

  expect(shown.textContent).toBe('First seen FridayUpvotes: 10 → 12 · Comments: 3');
});

test('shows nothing without counts', () => {
  expect(show([]).childElementCount).toBe(0);
  expect(show([{ at: at('09-28') }]).childElementCount).toBe(0);
});
