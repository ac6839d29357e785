import { i18n } from '#i18n';
import { DAY_MS } from '@/lib/shared/day';
import type { Rise } from '@/lib/papers/rise';
import { uiLocale } from './ui-locale';

/**
 * A local time after "since": `today, 9:05`, `Friday` in the last week, else `Sep 30`, with the
 * year if different.
 * @param then ms since epoch, like `now`
 */
export function sinceWhen(then: number, now: number): string {
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(uiLocale(), options).format(then);
  const [day, today] = [new Date(then), new Date(now)];
  if (day.toDateString() === today.toDateString()) {
    return i18n.t('pageBar.today', [write({ hour: 'numeric', minute: '2-digit' })]);
  }
  // Seven days ago, the weekday would read as today.
  if (new Date(now - 6 * DAY_MS).setHours(0, 0, 0, 0) <= then) return write({ weekday: 'long' });
  const year = day.getFullYear() === today.getFullYear() ? undefined : 'numeric';
  return write({ month: 'short', day: 'numeric', year });
}

/** `+1,248 since Friday`. */
export function riseMessage({ by, since }: Rise): string {
  return i18n.t('card.rise', [by.toLocaleString(uiLocale()), sinceWhen(since, Date.now())]);
}
