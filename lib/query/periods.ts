import { DAY_MS, dayFrom, dayOf, isDay } from '@/lib/shared/day';
import { writtenRange } from './ranges';
import type { WrittenRange } from './ranges';

/** Starts of UTC days, ms since epoch; an absent end is open. */
export interface Period {
  from?: number;
  /** Exclusive. */
  before?: number;
}

const CALENDAR = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const LAST = /^(\d{1,4})([dwmy])$/i;

/**
 * The period `text` names: a year, month or day (`2026`, `2026-01`, `2026-01-31`), a range or
 * comparison of these, or the last `7d`, `2w`, `3m`, `1y` before `now` (ms since epoch), from the
 * start of that day. Undefined if invalid or empty.
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

/** The start of the day, `count` units earlier. */
function before(now: number, count: number, unit: string): number {
  const date = new Date(now);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (unit === 'd') return Date.UTC(year, month, day - count);
  if (unit === 'w') return Date.UTC(year, month, day - 7 * count);
  const months = unit === 'm' ? count : 12 * count;
  // The 31st becomes the last day of a shorter month.
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

/** Undefined if it does not exist. */
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
  // The last valid day has no next day to end at.
  return isDay(dayOf(end)) ? { from, before: end } : undefined;
}
