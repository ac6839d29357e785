import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountsAt } from '@/lib/papers/counts';
import { countsOverTime } from '@/lib/papers/counts-over-time';
import { DAY_MS } from '@/lib/shared/day';
import { notableRiseSince, riseSince, weeklyRise } from '@/lib/papers/rise';

const history: CountsAt[] = [
  { at: 1, comments: 2 },
  { at: 2, upvotes: 40 },
  { at: 3, comments: 3 },
  { at: 9, upvotes: 52 },
  { at: 10, githubStars: 1 },
];

describe('riseSince and notableRiseSince', () => {
  it('count from the last upvotes known at the time to the latest', () => {
    expect(riseSince(history, 5)).toEqual({ by: 12, since: 2 });
    expect(riseSince(history, 2)).toEqual({ by: 12, since: 2 });
  });

  it('return undefined before the first upvotes, from the last on, without counts and for a fall', () => {
    expect(riseSince(history, 1)).toBeUndefined();
    expect(riseSince(history, 9)).toBeUndefined();
    expect(riseSince([], 9)).toBeUndefined();
    expect(
      riseSince(
        [
          { at: 1, upvotes: 5 },
          { at: 2, upvotes: 4 },
        ],
        1,
      ),
    ).toBeUndefined();
  });

  it.each([
    [0, 4, false],
    [0, 5, true],
    [50, 55, true],
    [51, 56, false],
    [200, 219, false],
    [200, 220, true],
  ])('from %i to %i: notable %o', (from, to, isNotable) => {
    const rise = notableRiseSince(
      [
        { at: 1, upvotes: from },
        { at: 2, upvotes: to },
      ],
      1,
    );
    expect(rise !== undefined).toBe(isNotable);
  });
});

describe('weeklyRise', () => {
  const now = 100 * DAY_MS;
  const at = (daysAgo: number, upvotes: number) => ({ at: now - daysAgo * DAY_MS, upvotes });

  it('counts from the upvotes nearest to the start of the week, else from the first', () => {
    expect(weeklyRise([at(9, 20), at(7.6, 25), at(6.7, 30), at(0, 50)], now)).toBe(20);
    expect(weeklyRise([at(7.2, 25), at(6.1, 30), at(0, 50)], now)).toBe(25);
    expect(weeklyRise([at(30, 10), at(8, 20), at(6, 30), at(0, 50)], now)).toBe(30);
    expect(weeklyRise([at(6, 30), at(3, 40), at(0, 50)], now)).toBe(20);
  });

  it('is 0 without a count near the start of the week', () => {
    expect(weeklyRise([at(25, 5), at(1 / 24, 500)], now)).toBe(0);
    expect(weeklyRise([at(8.1, 5), at(5.9, 480), at(0, 500)], now)).toBe(0);
  });

  it('is 0 without two counts in the week, or after a fall', () => {
    expect(weeklyRise([at(30, 10), at(8, 20)], now)).toBe(0);
    expect(weeklyRise([at(1, 10)], now)).toBe(0);
    expect(weeklyRise([at(9, 10), at(1, 9)], now)).toBe(0);
    expect(weeklyRise([], now)).toBe(0);
  });

  it('is never negative nor more than the latest upvotes', () => {
    const reading = fc.tuple(fc.nat(20), fc.nat(100)).map(([days, upvotes]) => at(days, upvotes));
    fc.assert(
      fc.property(fc.array(reading), (readings) => {
        const inOrder = readings.toSorted((a, b) => a.at - b.at);
        const rise = weeklyRise(inOrder, now);
        expect(rise).toBeGreaterThanOrEqual(0);
        expect(rise).toBeLessThanOrEqual(inOrder.at(-1)?.upvotes ?? 0);
      }),
    );
  });
});

describe('countsOverTime', () => {
  it('returns only counts, in order, with the earlier ones of a day', () => {
    const sighting = { paperId: 'arxiv:2609.00001', day: '2026-09-28', rank: 1 } as const;
    expect(
      countsOverTime(
        [
          { ...sighting, listing: 'a', at: 5, upvotes: 9, earlier: { at: 2, upvotes: 7 } },
          { ...sighting, listing: 'b', at: 3, comments: 1 },
          { ...sighting, listing: 'c', at: 1e12, upvotes: 2 },
        ],
        5,
      ),
    ).toStrictEqual([
      { at: 2, upvotes: 7 },
      { at: 3, comments: 1 },
      { at: 5, upvotes: 9 },
    ]);
  });
});
