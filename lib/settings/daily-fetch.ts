import * as v from 'valibot';
import { storedValue } from './stored-value';

/** How often the day's list can be fetched a day, without never. */
const TIMES_A_DAY = [1, 2] as const;
export type TimesADay = (typeof TIMES_A_DAY)[number];

export interface DailyFetch {
  /** 0 is off: not one request is made. */
  timesADay: TimesADay | 0;
  /** Whether the reader wishes to be notified, once a day at most. */
  notify: boolean;
}

/** Off, until the reader switches it on. */
const DEFAULTS: DailyFetch = { timesADay: 0, notify: false };

/** Whether the day's list is fetched by itself, as the reader chose it. */
export const dailyFetch = storedValue<DailyFetch>(
  'dailyFetch',
  v.object({
    timesADay: v.fallback(v.picklist([0, ...TIMES_A_DAY]), DEFAULTS.timesADay),
    notify: v.fallback(v.boolean(), DEFAULTS.notify),
  }),
  DEFAULTS,
);
