/**
 * Days of the reader's calendar: saves, exports, statistics and quotations go by them. A site's
 * days (`listedOn`, `publishedOn`) and the keys of sightings are UTC days (`dayOf`).
 */
import { dayOf, type Day } from './day';

/** The local day of `time` (ms since epoch). */
export function localDayOf(time: number): Day {
  return dayOf(time - new Date(time).getTimezoneOffset() * 60_000);
}

/**
 * The first moment of a local day, ms since epoch. Numbers beyond a month or year continue in the
 * next, as `Date`'s do. Where summer time skips midnight, the day begins later.
 * @param month from 0
 */
export function localDayStart(year: number, month: number, day: number): number {
  return new Date(year, month, day).getTime();
}
