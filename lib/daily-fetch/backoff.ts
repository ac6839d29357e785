import { HOUR_MS } from '@/lib/shared/day';

/** How long after a first failure it is tried again, ms. */
export const FIRST_BACKOFF = HOUR_MS / 4;
/** The longest wait of ours, ms. */
const MAX_BACKOFF = 6 * HOUR_MS;
/** The longest that a site is taken at its word, ms. */
export const MAX_BLOCK = 24 * HOUR_MS;

/**
 * How long to wait after so many failures in a row, ms: each time twice as long, and by lot up to a
 * quarter more, so that what failed together does not come back together.
 * @param failures from 1
 * @param lot from 0 to 1
 */
export function backoff(failures: number, jitter: number): number {
  const wait = Math.min(MAX_BACKOFF, FIRST_BACKOFF * 2 ** (failures - 1));
  return Math.round(wait * (1 + jitter / 4));
}

/**
 * How long the site asks to be left alone, ms: by `Retry-After`, in seconds or as a date (RFC 9110,
 * 10.2.3), and by `RateLimit: "api";r=0;t=55` when nothing remains (draft-ietf-httpapi-ratelimit-
 * headers-09, as https://huggingface.co/docs/hub/rate-limits has it). 0 when it does not.
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

/** The time until each limit that is used up is lifted, ms. */
function limits(value: string): number[] {
  return value.split(',').map((limit) => {
    const remaining = /;\s*r=(\d+)/.exec(limit)?.[1];
    const seconds = /;\s*t=(\d+)/.exec(limit)?.[1];
    return Number(remaining) === 0 ? Number(seconds ?? 0) * 1000 : 0;
  });
}
