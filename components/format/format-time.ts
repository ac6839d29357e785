import { i18n } from '#i18n';
import { DAY_MS, HOUR_MS, type Day } from '@/lib/shared/day';
import { formatter } from './formatter';
import { uiLocale } from './ui-locale';

// Days are UTC, whatever the local time zone.
const UTC = { timeZone: 'UTC' } as const;
const dayThisYear = /* @__PURE__ */ formatter((language) => {
  return new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', ...UTC });
});
const wholeDay = /* @__PURE__ */ formatter((language) => {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...UTC });
});
const wholeMonth = /* @__PURE__ */ formatter((language) => {
  return new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', ...UTC });
});
const monthAlone = /* @__PURE__ */ formatter((language) => {
  return new Intl.DateTimeFormat(language, { month: 'short', ...UTC });
});
const localDay = /* @__PURE__ */ formatter((language) => {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
});
const localTime = /* @__PURE__ */ formatter((language) => {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short' });
});
const localDayAndTime = /* @__PURE__ */ formatter((language) => {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
});
const relative = /* @__PURE__ */ formatter((language) => {
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
});

/** `Sep 30`, or `Oct 23, 2024` if not in `today`'s year. */
export function shortDay(day: Day, today: Date = new Date()): string {
  return (isOfYear(day, today) ? dayThisYear() : wholeDay()).format(new Date(day));
}

/** `Sep 30, 2025`. */
export function longDay(day: Day): string {
  return wholeDay().format(new Date(day));
}

/** `Sep 2025`. */
export function longMonth(day: Day): string {
  return wholeMonth().format(new Date(day));
}

/** `Sep`. */
export function shortMonth(day: Day): string {
  return monthAlone().format(new Date(day));
}

/** `Friday, November 20`, with the year if not `today`'s. */
export function dayWithWeekday(day: Day, today: Date): string {
  const year = isOfYear(day, today) ? undefined : 'numeric';
  const style = { weekday: 'long', month: 'long', day: 'numeric', year, ...UTC } as const;
  return new Intl.DateTimeFormat(uiLocale(), style).format(new Date(day));
}

/**
 * Local time, for times within a day of now: `9:14 AM`.
 * @param time ms since epoch
 */
export function clockTime(time: number): string {
  return localTime().format(time);
}

/**
 * Local: `Nov 23, 2026, 9:14 AM`.
 * @param time ms since epoch
 */
export function dayAndTime(time: number): string {
  return localDayAndTime().format(time);
}

const AGO: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60_000],
  ['hour', HOUR_MS],
  ['day', DAY_MS],
];

/** Relative to `now` (both ms since epoch); after a week, a date. */
export function timeAgo(then: number, now: number): string {
  const passed = now - then;
  if (passed < 60_000) return i18n.t('detail.justNow');
  if (passed >= 7 * DAY_MS) return localDay().format(then);
  const [unit, length] = AGO.findLast(([, ms]) => passed >= ms) ?? ['minute', 60_000];
  return relative().format(-Math.floor(passed / length), unit);
}

function isOfYear(day: Day, today: Date): boolean {
  return day.startsWith(String(today.getFullYear()));
}
