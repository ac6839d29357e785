import { HOUR_MS } from '@/lib/shared/day';

/** The first backoff, ms. */
export const FIRST_BACKOFF = HOUR_MS / 4;
/** The longest backoff, ms. */
const MAX_BACKOFF = 6 * HOUR_MS;
/** The longest wait a site may request, ms. */
export const MAX_BLOCK = 24 * HOUR_MS;

/**
 * The exponential backoff, ms, plus jitter of up to a quarter, to spread clients.
 * @param failures in a row, from 1
 * @param jitter from 0 to 1
 */
export function backoff(failures: number, jitter: number): number {
  const wait = Math.min(MAX_BACKOFF, FIRST_BACKOFF * 2 ** (failures - 1));
  return Math.round(wait * (1 + jitter / 4));
}

/**
 * The wait that the site requests, ms, or 0: `Retry-After` in seconds or as a date (RFC 9110,
 * 10.2.3), or `RateLimit: "api";r=0;t=55` (draft-ietf-httpapi-ratelimit-headers-09).
 * @param now ms since epoch
 */
export function retryAfterMs(headers: Headers, now: number): number {
  const wait = Math.max(
    retryAfter(headers.get('retry-after') ?? '', now),
    ...limits(headers.get('ratelimit') ?? ''),
  );
  return Math.min(MAX_BLOCK, Math.max(0, wait));
}

function retryAfter(value: string, now: number): number {
  if (/^\s*\d+\s*$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? 0 : date - now;
}

/** Time until each exhausted limit resets, ms. */
function limits(value: string): number[] {
  return value.split(',').map((limit) => {
    const remaining = /;\s*r=(\d+)/.exec(limit)?.[1];
    const seconds = /;\s*t=(\d+)/.exec(limit)?.[1];
    return Number(remaining) === 0 ? Number(seconds ?? 0) * 1000 : 0;
  });
}
