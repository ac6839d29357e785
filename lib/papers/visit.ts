import type { ListingKind } from './listing';

/** One reader's visit to one listing; coming back to it after a short while goes on with the visit. */
export interface Visit {
  /** `Listing.key`. */
  listing: string;
  kind: ListingKind;
  /** When the visit began, ms since epoch. */
  startedAt: number;
  /** When the listing was last read or looked at, ms since epoch. */
  endedAt: number;
  cardsFound: number;
  cardsRead: number;
}

/** Coming back after less than this, ms, goes on with a visit, and with a sitting. */
export const BREAK = 30 * 60_000;

type Span = Pick<Visit, 'startedAt' | 'endedAt'>;

/**
 * Whether what happens at `time` (ms since epoch) is part of the visit. A time before its start is
 * none, however long after: the clock was set back, and the visit lies ahead.
 */
export function isInVisit({ startedAt, endedAt }: Span, time: number): boolean {
  return startedAt <= time && time - endedAt < BREAK;
}

/** The visit after the reader was there at `at` (ms since epoch), as far as that is part of it. */
export function extendVisit<V extends Span>(visit: V, at: number): V {
  return isInVisit(visit, at) ? { ...visit, endedAt: Math.max(visit.endedAt, at) } : visit;
}

/**
 * Tells visits before the sitting that goes on at `at` (ms since epoch) from those of it; a sitting
 * is a chain of visits to any listings without a break. To be asked of each visit in the order of
 * their ends, the latest first. Visits that lie ahead are neither: the clock was set back.
 */
export function isBeforeSitting(at: number): (visit: Span) => boolean {
  let sittingStart = at;
  return ({ startedAt, endedAt }) => {
    if (startedAt > at) return false;
    if (sittingStart - endedAt >= BREAK) return true;
    sittingStart = Math.min(sittingStart, startedAt);
    return false;
  };
}

/** Whether `time` of a mark is no earlier than `startedAt` and no later than `now` (ms since epoch). */
export function isSince(startedAt: number, time: number, now: number): boolean {
  // Small changes of the clock aside; a mark from far ahead was made before a clock was set right.
  return time >= startedAt && time - now < BREAK;
}
