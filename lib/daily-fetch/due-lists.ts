import { addDays } from '@/lib/shared/calendar';
import { isAhead } from '@/lib/shared/clock';
import { DAY_MS, dayOf, HOUR_MS, type Day } from '@/lib/shared/day';
import { dailySites, type DailySite } from '@/lib/sites/daily-lists';
import type { DailyFetch } from '@/lib/settings/daily-fetch';
import type { DailyFetchState } from '@/lib/settings/daily-fetch-state';
import { daysInReach, isDue, lastFetchTime, nextFetchTime } from './schedule';
import { MAX_BLOCK } from './backoff';

/** Maximum requests per hour: a week's lists and today's. */
const MOST_AN_HOUR = 8;

/** How long fetch times are remembered, ms; longer than lists are caught up on. */
const REMEMBERED = 10 * DAY_MS;

/** Page limit, if none is the last; the longest known list had two. */
const MOST_PAGES = 5;

/** `page` counts from 0. */
export interface DayList {
  site: DailySite;
  day: Day;
  page: number;
  address: string;
}

/**
 * Drops what expired by `now` (ms since epoch), or is further ahead than any wait, by a wrong
 * clock.
 */
export function pruneState(state: DailyFetchState, now: number): DailyFetchState {
  const ahead = (time: number): number => (time > now + MAX_BLOCK ? 0 : time);
  const isRecent = ([, at]: [string, number]): boolean => at <= now && now - at < REMEMBERED;
  const recent = (times: Record<string, number>): Record<string, number> =>
    Object.fromEntries(Object.entries(times).filter(isRecent));
  const tomorrow = addDays(dayOf(now), 1);
  return {
    ...state,
    since: state.since === null ? null : Math.min(state.since, now),
    fetchedAt: recent(state.fetchedAt),
    failedAt: recent(state.failedAt),
    fullAt: recent(state.fullAt),
    requestedAt: state.requestedAt.filter((at) => Math.abs(now - at) < HOUR_MS),
    retryAt: ahead(state.retryAt),
    blockedUntil: ahead(state.blockedUntil),
    notifiedAt: isAhead(state.notifiedAt, now) ? 0 : state.notifiedAt,
    lastList: state.lastList && state.lastList.day > tomorrow ? null : state.lastList,
  };
}

/**
 * The pages due at `now`, oldest day first; then failed ones, latest failure last, so that none
 * blocks another.
 * @param wantedAt the reader's request, instead of the schedule; all in ms since epoch
 */
export function dueLists(
  { timesADay }: DailyFetch,
  { since, jitter, fetchedAt, failedAt, fullAt }: DailyFetchState,
  now: number,
  wantedAt?: number,
): DayList[] {
  if (timesADay === 0 || since === null) return [];
  // Switching it on makes lists due.
  const at = Math.max(since, wantedAt ?? lastFetchTime(timesADay, jitter, now));
  const due = daysInReach(at, since).flatMap((day) =>
    dailySites
      .flatMap((site) => pagesOf(site, day, fullAt))
      .filter(({ address }) => isDue(day, fetchedAt[address], at)),
  );
  const failed = ({ address }: DayList): number => failedAt[address] ?? 0;
  return due.toSorted((a, b) => failed(a) - failed(b));
}

/** The known pages: the first, and each after a full one. */
function pagesOf(site: DailySite, day: Day, fullAt: DailyFetchState['fullAt']): DayList[] {
  const pages: DayList[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const address = site.days.origin + site.days.path(day, page);
    pages.push({ site, day, page, address });
    if (fullAt[address] === undefined) break;
  }
  return pages;
}

/** Until when even the reader's requests are blocked, ms since epoch. */
export function blockedUntil({ blockedUntil, requestedAt }: DailyFetchState): number {
  const counting = requestedAt.toSorted((a, b) => a - b).at(-MOST_AN_HOUR);
  return Math.max(blockedUntil, counting === undefined ? 0 : counting + HOUR_MS);
}

/** Time of the next request, ms since epoch; undefined while off. */
export function nextRequestAt(
  setting: DailyFetch,
  state: DailyFetchState,
  now: number,
): number | undefined {
  if (setting.timesADay === 0) return undefined;
  const isAnyDue = dueLists(setting, state, now).length > 0;
  const at = isAnyDue ? now : nextFetchTime(setting.timesADay, state.jitter, now);
  return Math.max(at, state.retryAt, blockedUntil(state));
}
