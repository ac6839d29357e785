import { DAY_MS, dayFrom, dayOf, isDay } from '@/lib/shared/day';
import { writtenRange } from './ranges';
import type { WrittenRange } from './ranges';

/** Times in ms since epoch, each the beginning of a day in UTC; an absent end is open. */
export interface Period {
  from?: number;
  /** The first moment that does not belong to it any more. */
  before?: number;
}

const CALENDAR = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const LAST = /^(\d{1,4})([dwmy])$/i;

/**
 * The days that `text` asks for: a year, month or day (`2026`, `2026-01`, `2026-01-31`), a range or
 * comparison of these, or the last `7d`, `2w`, `3m`, `1y` up to `now` (ms since epoch), from the
 * beginning of that day. Undefined when it is none of these or holds no day.
 */
export function periodOf(text: string, now: number): Period | undefined {
  const period = lastPeriod(text, now) ?? calendarPeriod(writtenRange(text));
  const { from, before } = period ?? {};
  if (from === undefined && before === undefined) return undefined;
  return from !== undefined && before !== undefined && from >= before ? undefined : period;
}

function lastPeriod(text: string, now: number): Period | undefined {
  const [, digits, unit] = LAST.exec(text) ?? [];
  if (digits === undefined || unit === undefined) return undefined;
  const from = before(now, Number(digits), unit.toLowerCase());
  return isDay(dayOf(from)) ? { from } : undefined;
}

/** The beginning of the day that lies `count` days, weeks, months or years before `now`. */
function before(now: number, count: number, unit: string): number {
  const date = new Date(now);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (unit === 'd') return Date.UTC(year, month, day - count);
  if (unit === 'w') return Date.UTC(year, month, day - 7 * count);
  const months = unit === 'm' ? count : 12 * count;
  // A month before the 31st is the last day of a shorter one.
  const lastDay = new Date(Date.UTC(year, month - months + 1, 0)).getUTCDate();
  return Date.UTC(year, month - months, Math.min(day, lastDay));
}

function calendarPeriod(written: WrittenRange): Period | undefined {
  if (written.kind === 'between') {
    const from = written.from === undefined ? undefined : calendar(written.from);
    const to = written.to === undefined ? undefined : calendar(written.to);
    if ((written.from !== undefined && !from) || (written.to !== undefined && !to))
      return undefined;
    return { ...(from && { from: from.from }), ...(to && { before: to.before }) };
  }
  const whole = calendar(written.value);
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

/** The year, month or day; undefined when it does not exist. */
function calendar(text: string): Required<Period> | undefined {
  const [, year, month, day] = CALENDAR.exec(text) ?? [];
  if (dayFrom(Number(year), Number(month ?? 1), Number(day ?? 1)) === undefined) return undefined;
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  const from = Date.UTC(y, m, d);
  const end =
    day !== undefined
      ? from + DAY_MS
      : month !== undefined
        ? Date.UTC(y, m + 1, 1)
        : Date.UTC(y + 1, 0, 1);
  // The last of all days has no day behind it to end before.
  return isDay(dayOf(end)) ? { from, before: end } : undefined;
}
