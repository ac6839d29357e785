import { addDays } from '@/lib/shared/calendar';
import { DAY_MS, dayOf, HOUR_MS, type Day } from '@/lib/shared/day';
import type { TimesADay } from '@/lib/settings/daily-fetch';

/**
 * Fetch hours in UTC. All 146 papers on seven lists of 2025-12 and 2026-03 were submitted between
 * 0:01 and 6:54 UTC of their day: lists are complete by 8; by evening they have votes.
 */
const HOURS = { 1: [8], 2: [8, 20] } as const satisfies Record<TimesADay, readonly number[]>;

/** Range of the jitter, ms. */
const SPREAD = HOUR_MS / 2;

/** Days of missed lists to catch up on. */
const DAYS_BACK = 7;

/** The fetch times on the UTC day of `now`, without jitter; ms since epoch. */
export function fetchTimesOfDay(timesADay: TimesADay, now: number): number[] {
  const day = Math.floor(now / DAY_MS) * DAY_MS;
  return HOURS[timesADay].map((hour) => day + hour * HOUR_MS);
}

/**
 * Fetch times from `from` to before `to`, ms since epoch.
 * @param jitter from 0 to 1
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

/** The last fetch time until `now`, inclusive; ms since epoch. */
export function lastFetchTime(timesADay: TimesADay, jitter: number, now: number): number {
  return fetchTimes(timesADay, jitter, now - DAY_MS, now + 1).at(-1) ?? now;
}

/** The next fetch time after `now`; ms since epoch. */
export function nextFetchTime(timesADay: TimesADay, jitter: number, now: number): number {
  return fetchTimes(timesADay, jitter, now + 1, now + DAY_MS + 2)[0] ?? now + DAY_MS;
}

/**
 * Days whose lists may be due at `at`, oldest first: from the day before switching on (`since`), at
 * most a week back. Times in ms since epoch.
 */
export function daysInReach(at: number, since: number): Day[] {
  const last = dayOf(at);
  const first = addDays(dayOf(since), -1);
  const days = Array.from({ length: DAYS_BACK + 1 }, (_, back) => addDays(last, back - DAYS_BACK));
  return days.filter((day) => day >= first);
}

/** Whether a list is due at `at`: it grows during its day, and is fetched once more after it. */
export function isDue(day: Day, fetchedAt: number | undefined, at: number): boolean {
  const over = Date.parse(day) + DAY_MS;
  return fetchedAt === undefined || (fetchedAt < over && fetchedAt < at);
}
