import { DAY_MS, dayOf, type Day } from './day';

/** Units to count by, shortest first. */
export const CALENDAR_UNITS = ['week', 'month', 'quarter', 'year'] as const;
export type CalendarUnit = (typeof CALENDAR_UNITS)[number];

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** `days` may be negative. */
export function addDays(day: Day, days: number): Day {
  return dayOf(Date.parse(day) + days * DAY_MS);
}

/** Days from `from` to `to`. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** First day of `day`'s unit. Weeks begin on Monday (ISO 8601). */
export function unitStart(day: Day, unit: CalendarUnit): Day {
  const date = new Date(day);
  if (unit === 'week') return addDays(day, -((date.getUTCDay() + 6) % 7));
  const month = date.getUTCMonth();
  return monthStart(date.getUTCFullYear(), month - (month % MONTHS[unit]));
}

/** First day of the next unit. */
export function nextUnitStart(start: Day, unit: CalendarUnit): Day {
  if (unit === 'week') return addDays(start, 7);
  const date = new Date(start);
  return monthStart(date.getUTCFullYear(), date.getUTCMonth() + MONTHS[unit]);
}

/** First days of the units from `first` to `last`. */
export function unitStarts(first: Day, last: Day, unit: CalendarUnit): Day[] {
  const starts: Day[] = [];
  for (let start = unitStart(first, unit); start <= last; start = nextUnitStart(start, unit)) {
    starts.push(start);
  }
  return starts;
}

/** The shortest unit with at most `limit` parts; else a year. */
export function unitFor(first: Day, last: Day, limit: number): CalendarUnit {
  const fits = (unit: CalendarUnit): boolean => unitStarts(first, last, unit).length <= limit;
  return CALENDAR_UNITS.find(fits) ?? 'year';
}

/** @param month from 0; 12 is January of the next year */
function monthStart(year: number, month: number): Day {
  return dayOf(Date.UTC(year, month));
}
