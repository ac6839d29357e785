import { dayFrom } from '@/lib/shared/day';
import { localDayStart } from '@/lib/shared/local-day';
import { writtenRange } from './ranges';
import type { WrittenRange } from './ranges';

/** Starts of local days, ms since epoch; absent ends are open. */
export interface Period {
  from?: number;
  /** Exclusive. */
  before?: number;
}

const CALENDAR = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const LAST = /^(\d{1,4}) ?(?:([dwmy])|(day|week|month|year)s?)$/i;
const NAMED = /^(this|last)[ _-](week|month|year)$/i;
const DAYS_AGO: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['yesterday', 1],
]);

/**
 * The local days that `text` names: a year, month or day (`2026`, `2026-01`, `2026-01-31`), a range
 * or comparison of these, `today`, `yesterday`, `this-week`, `last-week` (Monday to Sunday; also
 * `month`, `year`), or the last `7d`, `2w`, `3m`, `1y` before `now` (ms since epoch), whole days.
 * Undefined if invalid or empty.
 */
export function periodOf(text: string, now: number): Period | undefined {
  const period = lastPeriod(text, now) ?? calendarPeriod(writtenRange(text), now);
  const { from, before } = period ?? {};
  if (from === undefined && before === undefined) return undefined;
  return from !== undefined && before !== undefined && from >= before ? undefined : period;
}

function lastPeriod(text: string, now: number): Period | undefined {
  const [, digits, letter, word] = LAST.exec(text) ?? [];
  const unit = (letter ?? word?.[0])?.toLowerCase();
  if (digits === undefined || unit === undefined) return undefined;
  const from = before(now, Number(digits), unit);
  return isWritable(from) ? { from } : undefined;
}

/** The start of the day, `count` units earlier. */
function before(now: number, count: number, unit: string): number {
  const [year, month, day] = dateOf(now);
  if (unit === 'd') return localDayStart(year, month, day - count);
  if (unit === 'w') return localDayStart(year, month, day - 7 * count);
  const months = unit === 'm' ? count : 12 * count;
  // The 31st becomes a shorter month's last day.
  const lastDay = new Date(Date.UTC(year, month - months + 1, 0)).getUTCDate();
  return localDayStart(year, month - months, Math.min(day, lastDay));
}

function calendarPeriod(written: WrittenRange, now: number): Period | undefined {
  if (written.kind === 'between') {
    const from = written.from === undefined ? undefined : calendar(written.from, now);
    const to = written.to === undefined ? undefined : calendar(written.to, now);
    if ((written.from !== undefined && !from) || (written.to !== undefined && !to))
      return undefined;
    return { ...(from && { from: from.from }), ...(to && { before: to.before }) };
  }
  const whole = calendar(written.value, now);
  if (whole === undefined) return undefined;
  switch (written.kind) {
    case 'one':
      return whole;
    case '>':
      return { from: whole.before };
    case '>=':
      return { from: whole.from };
    case '<':
      return { before: whole.from };
    case '<=':
      return { before: whole.before };
  }
}

/** Undefined if it does not exist. */
function calendar(text: string, now: number): Required<Period> | undefined {
  const named = namedPeriod(text, now);
  if (named !== undefined) return named;
  const [, year, month, day] = CALENDAR.exec(text) ?? [];
  if (dayFrom(Number(year), Number(month ?? 1), Number(day ?? 1)) === undefined) return undefined;
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  // Not 24 hours later: summer time changes make 23 or 25.
  const end =
    day !== undefined
      ? localDayStart(y, m, d + 1)
      : month !== undefined
        ? localDayStart(y, m + 1, 1)
        : localDayStart(y + 1, 0, 1);
  // The last valid day has no next.
  return isWritable(end) ? { from: localDayStart(y, m, d), before: end } : undefined;
}

function namedPeriod(text: string, now: number): Required<Period> | undefined {
  const [year, month, day] = dateOf(now);
  const ago = DAYS_AGO.get(text.toLowerCase());
  if (ago !== undefined) {
    const on = day - ago;
    return { from: localDayStart(year, month, on), before: localDayStart(year, month, on + 1) };
  }
  const [, which, unit] = NAMED.exec(text.toLowerCase()) ?? [];
  if (which === undefined || unit === undefined) return undefined;
  const back = which === 'last' ? 1 : 0;
  const start = (after: number): number => {
    if (unit === 'month') return localDayStart(year, month + after, 1);
    if (unit === 'year') return localDayStart(year + after, 0, 1);
    const weekday = (new Date(now).getDay() + 6) % 7;
    return localDayStart(year, month, day - weekday + 7 * after);
  };
  return { from: start(-back), before: start(1 - back) };
}

/** Local year, month (from 0) and day. */
function dateOf(time: number): [number, number, number] {
  const date = new Date(time);
  return [date.getFullYear(), date.getMonth(), date.getDate()];
}

/** Whether the year has four digits, to be written. */
function isWritable(time: number): boolean {
  const year = new Date(time).getFullYear();
  return year >= 1000 && year <= 9999;
}
