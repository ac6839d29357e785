import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAfterMs, MAX_BLOCK, backoff } from '@/lib/daily-fetch/backoff';
import { MINUTE_MS } from '../../fixtures/times';

const now = Date.UTC(2026, 8, 28, 8);
const asked = (headers: Record<string, string>): number => retryAfterMs(new Headers(headers), now);

describe('the wait after failures', () => {
  it('doubles from a quarter of an hour to six hours', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 99].map((failures) => backoff(failures, 0) / MINUTE_MS)).toEqual([
      15, 30, 60, 120, 240, 360, 360, 360,
    ]);
  });

  it('is up to a quarter longer by lot', () => {
    expect(backoff(1, 1)).toBe(15 * MINUTE_MS * 1.25);
    expect(backoff(1, 0.5)).toBe(15 * MINUTE_MS * 1.125);
  });
});

describe('the wait that a site asks for', () => {
  it('is read from Retry-After, in seconds or as a date', () => {
    expect(asked({ 'retry-after': '120' })).toBe(2 * MINUTE_MS);
    expect(asked({ 'retry-after': new Date(now + 5 * MINUTE_MS).toUTCString() })).toBe(
      5 * MINUTE_MS,
    );
  });

  it('is read from RateLimit when nothing remains', () => {
    expect(asked({ ratelimit: '"api";r=0;t=55' })).toBe(55_000);
    expect(asked({ ratelimit: '"pages";r=90;t=10, "api"; r=0; t=200' })).toBe(200_000);
    expect(asked({ ratelimit: '"api";r=489;t=189' })).toBe(0);
  });

  it('is the longest of what it says', () => {
    expect(asked({ 'retry-after': '10', ratelimit: '"api";r=0;t=55' })).toBe(55_000);
  });

  it('is none when it says nothing, nonsense, or a time that is past', () => {
    expect(asked({})).toBe(0);
    expect(asked({ 'retry-after': 'soon', ratelimit: 'plenty' })).toBe(0);
    expect(asked({ 'retry-after': new Date(now - MINUTE_MS).toUTCString() })).toBe(0);
    expect(asked({ ratelimit: '"api";r=0' })).toBe(0);
  });

  it('is a day at most, whatever it says', () => {
    expect(asked({ 'retry-after': '9'.repeat(40) })).toBe(MAX_BLOCK);
    const words = fc.string({ unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(words, words, (retryAfter, ratelimit) => {
        const wait = asked({ 'retry-after': retryAfter, ratelimit });
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(MAX_BLOCK);
      }),
    );
  });
});
