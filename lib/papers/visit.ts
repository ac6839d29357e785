import type { ListingKind } from './listing';

/** A visit to one listing; returning after a short while continues it. */
export interface Visit {
  /** `Listing.key`. */
  listing: string;
  kind: ListingKind;
  /** ms since epoch. */
  startedAt: number;
  /** Last read or looked at, ms since epoch. */
  endedAt: number;
  cardsFound: number;
  cardsRead: number;
}

/** A shorter absence continues a visit and a sitting, ms. */
export const BREAK = 30 * 60_000;

type Span = Pick<Visit, 'startedAt' | 'endedAt'>;

/** Whether `time` (ms since epoch) is in the visit; false before its start (clock set back). */
export function isInVisit({ startedAt, endedAt }: Span, time: number): boolean {
  return startedAt <= time && time - endedAt < BREAK;
}

/** Extends the visit to `at` (ms since epoch), if within it. */
export function extendVisit<V extends Span>(visit: V, at: number): V {
  return isInVisit(visit, at) ? { ...visit, endedAt: Math.max(visit.endedAt, at) } : visit;
}

/**
 * Returns a predicate for visits before the sitting at `at` (ms since epoch): a chain of visits to
 * any listings without a break. Call it by descending `endedAt`. False for future visits (clock set
 * back).
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

/** Whether `time` is from `startedAt` to `now` (ms since epoch). */
export function isSince(startedAt: number, time: number, now: number): boolean {
  // Allows small clock changes; marks far ahead predate a clock correction.
  return time >= startedAt && time - now < BREAK;
}
