import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { historyPoints, lastOfDays } from '@/components/format/history-points';
import { DAY_MS } from '@/lib/shared/day';

test('maps time to x and numbers to y, from the bottom up', () => {
  const numbers = [
    { at: 1000, number: 0 },
    { at: 2000, number: 50 },
    { at: 5000, number: 100 },
  ];

  const axis = { from: 1000, to: 5000 };
  expect(historyPoints(numbers, axis, 200, 30)).toEqual(['0.0 30.0', '50.0 15.0', '200.0 0.0']);
  const longer = { from: 0, to: 10_000 };
  expect(historyPoints(numbers, longer, 200, 30)).toEqual(['20.0 30.0', '40.0 15.0', '100.0 0.0']);
});

test('draws a small rise as a flat line', () => {
  const numbers = [
    { at: 0, number: 300 },
    { at: 1, number: 303 },
  ];

  expect(historyPoints(numbers, { from: 0, to: 1 }, 200, 30)).toEqual(['0.0 0.3', '200.0 0.0']);
});

test('keeps any line in its box, from left to right', () => {
  const number = fc.record({ at: fc.nat(4e12), number: fc.nat() });

  fc.assert(
    fc.property(fc.array(number, { minLength: 1 }), (numbers) => {
      const sorted = numbers.toSorted((a, b) => a.at - b.at);
      const axis = { from: sorted[0]?.at ?? 0, to: sorted.at(-1)?.at ?? 0 };
      const points = historyPoints(sorted, axis, 200, 30).map((point) =>
        point.split(' ').map(Number),
      );

      expect(points).toHaveLength(numbers.length);
      let before = 0;
      for (const [x = -1, y = -1] of points) {
        expect(x).toBeGreaterThanOrEqual(before);
        expect(x).toBeLessThanOrEqual(200);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(30);
        before = x;
      }
    }),
  );
});

test('lastOfDays returns the newest day first', () => {
  const noon = Date.parse('2026-11-20T12:00:00');
  const days = lastOfDays([
    { at: noon - DAY_MS, upvotes: 1 },
    { at: noon, upvotes: 2 },
    { at: noon + 1, upvotes: 3 },
  ]);

  expect(days).toEqual([
    ['2026-11-20', { at: noon + 1, upvotes: 3 }],
    ['2026-11-19', { at: noon - DAY_MS, upvotes: 1 }],
  ]);
});
