import type { ListingKind } from './listing';

/** A visit to one listing; returning after a short while continues it. */
export interface Visit {
  /** `Listing.key`. */
  listing: string;
  kind: ListingKind;
  /** ms since epoch. */
  startedAt: number;
  /** When last read or looked at, ms since epoch. */
  endedAt: number;
  cardsFound: number;
  cardsRead: number;
}

/** A shorter absence, ms, continues a visit, and a sitting. */
export const BREAK = 30 * 60_000;

type Span = Pick<Visit, 'startedAt' | 'endedAt'>;

/**
 * Whether `time` (ms since epoch) is in the visit. False before its start: the clock was set back.
 */
export function isInVisit({ startedAt, endedAt }: Span, time: number): boolean {
  return startedAt <= time && time - endedAt < BREAK;
}

/** Extends the visit to `at` (ms since epoch), if that is in it. */
export function extendVisit<V extends Span>(visit: V, at: number): V {
  return isInVisit(visit, at) ? { ...visit, endedAt: Math.max(visit.endedAt, at) } : visit;
}

/**
 * Returns a predicate for visits before the sitting in progress at `at` (ms since epoch), a chain
 * of visits to any listings without a break. Call it with visits by descending `endedAt`. False for
 * future visits (clock set back).
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
  // Allows small clock changes; a mark far ahead predates a clock correction.
  return time >= startedAt && time - now < BREAK;
}
