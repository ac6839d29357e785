import * as v from 'valibot';
import { storedValue } from './stored-value';

const TIMES_A_DAY = [1, 2] as const;
export type TimesADay = (typeof TIMES_A_DAY)[number];

export interface DailyFetch {
  /** 0 is off: no requests. */
  timesADay: TimesADay | 0;
  /** At most once a day. */
  notify: boolean;
}

const DEFAULTS: DailyFetch = { timesADay: 0, notify: false };

export const dailyFetch = storedValue<DailyFetch>(
  'dailyFetch',
  v.object({
    timesADay: v.fallback(v.picklist([0, ...TIMES_A_DAY]), DEFAULTS.timesADay),
    notify: v.fallback(v.boolean(), DEFAULTS.notify),
  }),
  DEFAULTS,
);
