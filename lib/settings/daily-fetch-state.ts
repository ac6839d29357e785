import * as v from 'valibot';
import type { Day } from '@/lib/shared/day';
import { count, day, text, time } from '@/lib/papers/schemas';
import { storedValue, withFormerKeys } from './stored-value';

/** Why a list did not come. */
const FETCH_FAILURES = [
  /** This computer has no network; it is waited for. */
  'offline',
  /** No answer came, or not in time. */
  'unreachable',
  /** The site asked to be left alone for a while (429, 503). */
  'busy',
  /** The site answered with any other error. */
  'refused',
  /** What came was no list, or far too long. */
  'unreadable',
  /** It came, and could not be stored. */
  'not-kept',
] as const;

export type FetchFailure = (typeof FETCH_FAILURES)[number];

/**
 * How far the fetching of daily lists has come. It is stored before and after each request, since the
 * background may be ended at any time. All times are in ms since epoch.
 */
export interface DailyFetchState {
  /** When it was switched on; null while it is off. */
  since: number | null;
  /** From 0 to 1, drawn by lot: readers are not all to ask in the same minute. */
  jitter: number;
  /** When the list at each address was fetched. */
  fetchedAt: Record<string, number>;
  /** When the list at each address failed to come, the last time. */
  failedAt: Record<string, number>;
  /** When the list at each address was full, so that there may be a further page of it. */
  fullAt: Record<string, number>;
  /** The requests of the last hour, whatever became of them. */
  requestedAt: readonly number[];
  /** No request before, unless the reader wants it: after a failure, or while one is under way. */
  retryAt: number;
  /** No request before at all: the site's word. */
  blockedUntil: number;
  /** Tries in a row that failed. */
  failures: number;
  /** Why the last try failed; null when it did not. */
  failure: { at: number; why: FetchFailure } | null;
  /** When a list was fetched last, whatever became of others; null for never. */
  succeededAt: number | null;
  /** The newest list that had papers. */
  lastList: { day: Day; papers: number } | null;
  /** When the reader was last notified; 0 for never. */
  notifiedAt: number;
}

/** That of a new library. */
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

/** How far it has come. Written in the background alone, under its lock. */
export const dailyFetchState = storedValue<DailyFetchState>(
  'dailyFetchState',
  withFormerKeys<DailyFetchState>(
    v.object({
      since: v.nullable(time),
      jitter: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
      fetchedAt: v.record(text, time),
      failedAt: v.record(text, time),
      // A release that knew of no further pages stored none.
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
    { lot: 'jitter', blockedUntil: 'blockedUntil' },
  ),
  NOTHING_FETCHED,
);
