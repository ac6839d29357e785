import { DAY_MS, dayOf, type Day } from './day';

/** What is counted by over time, the shortest first. */
export const CALENDAR_UNITS = ['week', 'month', 'quarter', 'year'] as const;
export type CalendarUnit = (typeof CALENDAR_UNITS)[number];

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The day so many days after `day`; before it, when negative. */
export function addDays(day: Day, days: number): Day {
  return dayOf(Date.parse(day) + days * DAY_MS);
}

/** How many days `to` comes after `from`. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** The first day of the unit that `day` lies in. Weeks begin on Monday, as ISO 8601 has them. */
export function unitStart(day: Day, unit: CalendarUnit): Day {
  const date = new Date(day);
  if (unit === 'week') return addDays(day, -((date.getUTCDay() + 6) % 7));
  const month = date.getUTCMonth();
  return monthStart(date.getUTCFullYear(), month - (month % MONTHS[unit]));
}

/** The first day of the unit after the one that begins on `start`. */
export function nextUnitStart(start: Day, unit: CalendarUnit): Day {
  if (unit === 'week') return addDays(start, 7);
  const date = new Date(start);
  return monthStart(date.getUTCFullYear(), date.getUTCMonth() + MONTHS[unit]);
}

/** The first days of all units from the one that `first` lies in to that of `last`, in order. */
export function unitStarts(first: Day, last: Day, unit: CalendarUnit): Day[] {
  const starts: Day[] = [];
  for (let start = unitStart(first, unit); start <= last; start = nextUnitStart(start, unit)) {
    starts.push(start);
  }
  return starts;
}

/** The shortest unit that covers `first` to `last` in no more than `limit` pieces; else a year. */
export function unitFor(first: Day, last: Day, limit: number): CalendarUnit {
  const fits = (unit: CalendarUnit): boolean => unitStarts(first, last, unit).length <= limit;
  return CALENDAR_UNITS.find(fits) ?? 'year';
}

/** @param month from 0; 12 is January of the next year */
function monthStart(year: number, month: number): Day {
  return dayOf(Date.UTC(year, month));
}
