import { addDays } from '@/lib/shared/calendar';
import { DAY_MS, dayOf, HOUR_MS, type Day } from '@/lib/shared/day';
import type { TimesADay } from '@/lib/settings/daily-fetch';

/**
 * The hours of the day in UTC. Of 146 papers on seven lists of 2025-12 and 2026-03 all were submitted
 * between 0:01 and 6:54 UTC of their day, so by 8 a list is whole; in the evening it has its votes.
 */
const HOURS = { 1: [8], 2: [8, 20] } as const satisfies Record<TimesADay, readonly number[]>;

/** Readers are spread over so much time after the hour, ms. */
const SPREAD = HOUR_MS / 2;

/** How many days back lists are made up for. */
const DAYS_BACK = 7;

/** The hours of the schedule on the day in UTC that `now` lies in, without the spread; ms since epoch. */
export function fetchTimesOfDay(timesADay: TimesADay, now: number): number[] {
  const day = Math.floor(now / DAY_MS) * DAY_MS;
  return HOURS[timesADay].map((hour) => day + hour * HOUR_MS);
}

/**
 * The times between `from` and `to` (ms since epoch, the latter excluded) at which lists are fetched.
 * @param lot this reader's place in the spread, from 0 to 1
 */
function fetchTimes(timesADay: TimesADay, jitter: number, from: number, to: number): number[] {
  const times: number[] = [];
  for (let day = from - DAY_MS; day < to + DAY_MS; day += DAY_MS) {
    times.push(
      ...fetchTimesOfDay(timesADay, day).map((time) => time + Math.floor(jitter * SPREAD)),
    );
  }
  return times.filter((time) => time >= from && time < to);
}

/** The last time, up to and including `now`, at which lists are fetched; all in ms since epoch. */
export function lastFetchTime(timesADay: TimesADay, jitter: number, now: number): number {
  return fetchTimes(timesADay, jitter, now - DAY_MS, now + 1).at(-1) ?? now;
}

/** The next time after `now` at which lists are fetched; all in ms since epoch. */
export function nextFetchTime(timesADay: TimesADay, jitter: number, now: number): number {
  return fetchTimes(timesADay, jitter, now + 1, now + DAY_MS + 2)[0] ?? now + DAY_MS;
}

/**
 * The days whose lists may be due at the fetch time `at`, the oldest first: from the day before it
 * was switched on (`since`; both in ms since epoch), but no more than a week back.
 */
export function daysInReach(at: number, since: number): Day[] {
  const last = dayOf(at);
  const first = addDays(dayOf(since), -1);
  const days = Array.from({ length: DAYS_BACK + 1 }, (_, back) => addDays(last, back - DAYS_BACK));
  return days.filter((day) => day >= first);
}

/**
 * Whether the fetch time `at` asks for the list of `day`, last fetched at `fetchedAt`: a list grows
 * while its day lasts, and once more counts when that is over.
 */
export function isDue(day: Day, fetchedAt: number | undefined, at: number): boolean {
  const over = Date.parse(day) + DAY_MS;
  return fetchedAt === undefined || (fetchedAt < over && fetchedAt < at);
}
