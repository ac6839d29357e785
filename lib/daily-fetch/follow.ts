import { browser } from 'wxt/browser';
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

/** The shortest time to an alarm, ms; browsers keep to none that is much shorter. */
const SOONEST = 60_000;

/** What the background does about the daily list. */
export interface DailyListFollowing {
  /** Fetches what is due; `wanted`: at the reader's word, also what is not due yet. */
  fetchNow(wanted: boolean): Promise<void>;
  /** To be called after every change of what the reader missed. */
  missedChanged(): void;
}

/**
 * Has the day's list fetched when it is due: looked at now, which is at every start of the
 * background, and whenever the alarm goes off. Called once, at once at its start.
 * @param soon has work done soon, once for many calls
 */
export function followDailyList(
  library: LibraryContext,
  scheduleSoon: (work: () => Promise<void>, complaint: string) => () => void,
): DailyListFollowing {
  const fetchNow = async (wanted: boolean): Promise<void> => {
    const at = library.now();
    // Before anything else, should this worker be ended on the way.
    if (await fetches()) await setAlarm(at + FIRST_BACKOFF, at);
    const came = await fetchDueLists(library, wanted ? { wantedAt: at } : {});
    await Promise.all([setNextAlarm(library), showMissedCount(library)]);
    if (came > 0) await notifyOfNew(library);
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

/** Whether it is switched on and permitted. */
async function fetches(): Promise<boolean> {
  return (await dailyFetch.read()).timesADay !== 0 && (await mayFetch());
}

async function setNextAlarm(library: LibraryContext): Promise<void> {
  const now = library.now();
  const at = nextRequestAt(await dailyFetch.read(), await currentState(library), now);
  if (at === undefined || !(await mayFetch())) await browser.alarms.clear(ALARM);
  else await setAlarm(Math.max(at, now + SOONEST), now);
}

/**
 * Never far ahead: Firefox counts the time by a timer, which stands still while the computer sleeps,
 * and the clock may be set.
 */
async function setAlarm(at: number, now: number): Promise<void> {
  await browser.alarms.create(ALARM, { when: Math.min(at, now + HOUR_MS) });
}
