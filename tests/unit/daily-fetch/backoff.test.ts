import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAfterMs, MAX_BLOCK, backoff } from '@/lib/daily-fetch/backoff';
import { MINUTE_MS } from '../../fixtures/times';

const now = Date.UTC(2026, 8, 28, 8);
const retryAfter = (headers: Record<string, string>): number =>
  retryAfterMs(new Headers(headers), now);

describe('backoff', () => {
  it('doubles from 15 minutes to six hours', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 99].map((failures) => backoff(failures, 0) / MINUTE_MS)).toEqual([
      15, 30, 60, 120, 240, 360, 360, 360,
    ]);
  });

  it('adds up to a quarter of random jitter', () => {
    expect(backoff(1, 1)).toBe(15 * MINUTE_MS * 1.25);
    expect(backoff(1, 0.5)).toBe(15 * MINUTE_MS * 1.125);
  });
});

describe('retryAfterMs', () => {
  it('reads Retry-After in seconds or as a date', () => {
    expect(retryAfter({ 'retry-after': '120' })).toBe(2 * MINUTE_MS);
    expect(retryAfter({ 'retry-after': new Date(now + 5 * MINUTE_MS).toUTCString() })).toBe(
      5 * MINUTE_MS,
    );
  });

  it('reads RateLimit when nothing remains', () => {
    expect(retryAfter({ ratelimit: '"api";r=0;t=55' })).toBe(55_000);
    expect(retryAfter({ ratelimit: '"pages";r=90;t=10, "api"; r=0; t=200' })).toBe(200_000);
    expect(retryAfter({ ratelimit: '"api";r=489;t=189' })).toBe(0);
  });

  it('returns the longest wait', () => {
    expect(retryAfter({ 'retry-after': '10', ratelimit: '"api";r=0;t=55' })).toBe(55_000);
  });

  it('returns 0 for no header, nonsense or a time in the past', () => {
    expect(retryAfter({})).toBe(0);
    expect(retryAfter({ 'retry-after': 'soon', ratelimit: 'plenty' })).toBe(0);
    expect(retryAfter({ 'retry-after': new Date(now - MINUTE_MS).toUTCString() })).toBe(0);
    expect(retryAfter({ ratelimit: '"api";r=0' })).toBe(0);
  });

  it('returns a day at most', () => {
    expect(retryAfter({ 'retry-after': '9'.repeat(40) })).toBe(MAX_BLOCK);
    const words = fc.string({ unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(words, words, (value, ratelimit) => {
        const wait = retryAfter({ 'retry-after': value, ratelimit });
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(wait).toBeLessThanOrEqual(MAX_BLOCK);
      }),
    );
  });
});
