import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysInReach,
  fetchTimesOfDay,
  isDue,
  lastFetchTime,
  nextFetchTime,
} from '@/lib/daily-fetch/schedule';
import { DAY_MS } from '@/lib/shared/day';

const at = (text: string): number => Date.parse(text);
const times = fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2028-01-01T00:00Z') });
const jitters = fc.double({ min: 0, max: 1, noNaN: true });
const timesPerDay = fc.constantFrom(1, 2) as fc.Arbitrary<1 | 2>;

describe('fetch times', () => {
  it('are at 8:00 and, twice a day, at 20:00 UTC', () => {
    const day = at('2026-09-28T13:00Z');
    expect(fetchTimesOfDay(1, day)).toEqual([at('2026-09-28T08:00Z')]);
    expect(fetchTimesOfDay(2, day)).toEqual([at('2026-09-28T08:00Z'), at('2026-09-28T20:00Z')]);
    expect(lastFetchTime(1, 0, at('2026-09-28T07:59Z'))).toBe(at('2026-09-27T08:00Z'));
    expect(lastFetchTime(2, 0, at('2026-09-28T07:59Z'))).toBe(at('2026-09-27T20:00Z'));
    expect(lastFetchTime(1, 0, at('2026-09-28T08:00Z'))).toBe(at('2026-09-28T08:00Z'));
    expect(nextFetchTime(1, 0, at('2026-09-28T08:00Z'))).toBe(at('2026-09-29T08:00Z'));
    expect(nextFetchTime(2, 0, at('2026-09-28T08:00Z'))).toBe(at('2026-09-28T20:00Z'));
  });

  it('have a random jitter of up to half an hour', () => {
    expect(lastFetchTime(1, 1, at('2026-09-28T12:00Z'))).toBe(at('2026-09-28T08:30Z'));
    expect(lastFetchTime(1, 1, at('2026-09-28T08:29Z'))).toBe(at('2026-09-27T08:30Z'));
  });

  it('follow each other without a gap', () => {
    fc.assert(
      fc.property(timesPerDay, jitters, times, (timesADay, jitter, now) => {
        const last = lastFetchTime(timesADay, jitter, now);
        const next = nextFetchTime(timesADay, jitter, now);
        expect(last).toBeLessThanOrEqual(now);
        expect(next).toBeGreaterThan(now);
        expect(next - last).toBe(DAY_MS / timesADay);
        expect(nextFetchTime(timesADay, jitter, last)).toBe(next);
        expect(lastFetchTime(timesADay, jitter, next)).toBe(next);
      }),
    );
  });
});

describe('days to fetch', () => {
  it('begin on the day before fetching was switched on', () => {
    const since = at('2026-09-28T10:00Z');
    expect(daysInReach(since, since)).toEqual(['2026-09-27', '2026-09-28']);
    expect(daysInReach(at('2026-09-30T08:00Z'), since)).toEqual([
      '2026-09-27',
      '2026-09-28',
      '2026-09-29',
      '2026-09-30',
    ]);
  });

  it('go back at most a week', () => {
    const days = daysInReach(at('2026-11-01T08:00Z'), at('2026-09-28T10:00Z'));
    expect(days).toHaveLength(8);
    expect([days[0], days[7]]).toEqual(['2026-10-25', '2026-11-01']);
  });

  it('are due once per fetch time, until fetched after their end', () => {
    const day = '2026-09-28';
    const [morning, evening, next] = [
      at('2026-09-28T08:00Z'),
      at('2026-09-28T20:00Z'),
      at('2026-09-29T08:00Z'),
    ];
    expect(isDue(day, undefined, morning)).toBe(true);
    expect(isDue(day, morning + 5, morning)).toBe(false);
    expect(isDue(day, morning + 5, evening)).toBe(true);
    expect(isDue(day, evening + 5, next)).toBe(true);
    expect(isDue(day, next + 5, next)).toBe(false);
    expect(isDue(day, next + 5, next + DAY_MS)).toBe(false);
  });
});
