import { browser } from 'wxt/browser';
import { scheduleSoon } from '@/lib/shared/schedule-soon';
import type { LibraryContext } from '@/lib/library/context';
import { HOUR_MS } from '@/lib/shared/day';
import { dailyFetch } from '@/lib/settings/daily-fetch';
import { showMissedCount } from './badge';
import { fetchDueLists } from './fetch-due';
import { notifyOfNew, openDigestOnClick } from './notification';
import { mayFetch } from './permission';
import { nextRequestAt } from './due-lists';
import { currentState } from './state';
import { FIRST_BACKOFF } from './backoff';

const ALARM = 'daily-fetch';

/** Shortest alarm delay, ms; browsers keep none much shorter. */
const SOONEST = 60_000;

export interface DailyListFollowing {
  /** Fetches what is due; if `wanted` by the reader, also what is not. */
  fetchNow(wanted: boolean): Promise<void>;
  /** Call after every change of missed papers. */
  missedChanged(): void;
}

/**
 * Fetches the daily list when due: now and at each alarm. Call once, synchronously at the
 * background's start.
 */
export function followDailyList(library: LibraryContext): DailyListFollowing {
  const fetchNow = async (wanted: boolean): Promise<void> => {
    const at = library.now();
    // First, in case the worker dies midway.
    if (await fetches()) await setAlarm(at + FIRST_BACKOFF, at);
    const fetched = await fetchDueLists(library, wanted ? { wantedAt: at } : {});
    await Promise.all([setNextAlarm(library), showMissedCount(library)]);
    if (fetched > 0) await notifyOfNew(library);
  };
  const look = scheduleSoon(
    () => fetchNow(false),
    'Papershelf could not fetch the list of the day',
  );
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) look();
  });
  openDigestOnClick();
  look();
  return {
    fetchNow,
    missedChanged: scheduleSoon(
      () => showMissedCount(library),
      'Papershelf could not show how many papers were missed',
    ),
  };
}

async function fetches(): Promise<boolean> {
  return (await dailyFetch.read()).timesADay !== 0 && (await mayFetch());
}

async function setNextAlarm(library: LibraryContext): Promise<void> {
  const now = library.now();
  const at = nextRequestAt(await dailyFetch.read(), await currentState(library), now);
  if (at === undefined || !(await mayFetch())) await browser.alarms.clear(ALARM);
  else await setAlarm(Math.max(at, now + SOONEST), now);
}

/** Capped: Firefox's timer stops while the computer sleeps, and the clock may change. */
async function setAlarm(at: number, now: number): Promise<void> {
  await browser.alarms.create(ALARM, { when: Math.min(at, now + HOUR_MS) });
}
