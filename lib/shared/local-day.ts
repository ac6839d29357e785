/**
 * Days of the reader's calendar, for saves, exports, statistics and quotations. Sites' days
 * (`listedOn`, `publishedOn`) and sightings' keys are UTC days (`dayOf`).
 */
import { dayOf, type Day } from './day';

/** The local day of `time` (ms since epoch). */
export function localDayOf(time: number): Day {
  return dayOf(time - new Date(time).getTimezoneOffset() * 60_000);
}

/**
 * Start of a local day, ms since epoch. Numbers beyond a month or year continue in the next, as in
 * `Date`. Days without midnight (summer time) begin later.
 * @param month from 0
 */
export function localDayStart(year: number, month: number, day: number): number {
  return new Date(year, month, day).getTime();
}
