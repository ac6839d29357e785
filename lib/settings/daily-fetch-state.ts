import * as v from 'valibot';
import type { Day } from '@/lib/shared/day';
import { count, day, text, time } from '@/lib/papers/schemas';
import { storedValue, withFormerKeys } from './stored-value';

/** Why a fetch failed. */
const FETCH_FAILURES = [
  /** Waits for the network. */
  'offline',
  /** No answer, or a timeout. */
  'unreachable',
  /** The site asked to wait (429, 503). */
  'busy',
  /** Any other error status. */
  'refused',
  /** Not a list, or far too long. */
  'unreadable',
  /** Fetched, but not stored. */
  'not-kept',
] as const;

export type FetchFailure = (typeof FETCH_FAILURES)[number];

/**
 * Stored around each request, since the background may end at any time. Times in ms since epoch.
 */
export interface DailyFetchState {
  /** When it was switched on; null while off. */
  since: number | null;
  /** Random, 0 to 1: not all clients fetch in the same minute. */
  jitter: number;
  /** Last fetch of each address. */
  fetchedAt: Record<string, number>;
  /** Last failure of each address. */
  failedAt: Record<string, number>;
  /** Last full list of each address: a further page may exist. */
  fullAt: Record<string, number>;
  /** Requests of the last hour. */
  requestedAt: readonly number[];
  /** No automatic request before this: after a failure, or during a request. */
  retryAt: number;
  /** No request before this, as the site asked. */
  blockedUntil: number;
  /** Consecutive failures. */
  failures: number;
  /** Null after a success. */
  failure: { at: number; why: FetchFailure } | null;
  /** Null for never. */
  succeededAt: number | null;
  /** Newest list with papers. */
  lastList: { day: Day; papers: number } | null;
  /** 0 for never. */
  notifiedAt: number;
}

export const NOTHING_FETCHED: DailyFetchState = {
  since: null,
  jitter: 0,
  fetchedAt: {},
  failedAt: {},
  fullAt: {},
  requestedAt: [],
  retryAt: 0,
  blockedUntil: 0,
  failures: 0,
  failure: null,
  succeededAt: null,
  lastList: null,
  notifiedAt: 0,
};

/** Written only by the background, under its lock. */
export const dailyFetchState = storedValue<DailyFetchState>(
  'dailyFetchState',
  withFormerKeys<DailyFetchState>(
    v.object({
      since: v.nullable(time),
      jitter: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      fetchedAt: v.record(text, time),
      failedAt: v.record(text, time),
      // Releases without further pages stored none.
      fullAt: v.optional(v.record(text, time), {}),
      requestedAt: v.array(time),
      retryAt: time,
      blockedUntil: time,
      failures: count,
      failure: v.nullable(v.object({ at: time, why: v.picklist(FETCH_FAILURES) })),
      succeededAt: v.nullable(time),
      lastList: v.nullable(v.object({ day, papers: count })),
      notifiedAt: time,
    }),
    // Until 0.1.0.
    { lot: 'jitter', heldUntil: 'blockedUntil' },
  ),
  NOTHING_FETCHED,
);
