/** Days as pages write them. Arithmetic is in UTC: days have no time zone. */
import type { Day } from '@/lib/shared/day';
import { DAY_MS, dayFrom, dayOf } from '@/lib/shared/day';
import { MONTH_NAMES } from '@/lib/shared/month-names';

/** The latest today in any time zone at `now` (ms since epoch). */
export function latestDay(now: number): Day {
  return dayOf(now + DAY_MS);
}

/** The ISO 8601 week of its Thursday: `2026-W11`. */
export function weekOf(day: Day): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  const weekday = (new Date(time).getUTCDay() + 6) % 7;
  const thursday = time + (3 - weekday) * DAY_MS;
  const year = new Date(thursday).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** `2026-03`. */
export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

/** A day on a page. */
export interface ShownDay {
  year?: number;
  /** From 1. */
  month: number;
  day: number;
}

const SHOWN_DAY = /^([A-Z][a-z]{2,8})\.? (\d{1,2})(?:, (\d{4}))?$/;

/** Parses `Oct 4, 2026` or `Feb 24` (white space folded). */
export function shownDay(text: string): ShownDay | undefined {
  const [, name, day, year] = SHOWN_DAY.exec(text) ?? [];
  if (name === undefined || day === undefined) return undefined;
  const month = MONTH_NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return undefined;
  const shown: ShownDay = { month, day: Number(day) };
  if (year !== undefined) shown.year = Number(year);
  return shown;
}

/** The latest day with this month and day, up to `limit`. */
export function mostRecent({ month, day }: ShownDay, limit: Day): Day | undefined {
  const last = Number(limit.slice(0, 4));
  // Leap days can be eight years apart.
  for (let year = last; year >= last - 8; year -= 1) {
    const found = dayFrom(year, month, day);
    if (found !== undefined && found <= limit) return found;
  }
  return undefined;
}

/** The day with this month and day that is nearest to `near`. */
export function nearest({ month, day }: ShownDay, near: Day): Day | undefined {
  const year = Number(near.slice(0, 4));
  const distance = (to: Day) => Math.abs(Date.parse(to) - Date.parse(near));
  return [year - 1, year, year + 1]
    .map((candidate) => dayFrom(candidate, month, day))
    .filter((candidate) => candidate !== undefined)
    .toSorted((a, b) => distance(a) - distance(b))[0];
}

export interface YearClues {
  /** From arXiv's `YYMM`. */
  idMonth?: { year: number; month: number };
  /** Of the listing. */
  listingDay?: Day | undefined;
  /** ms since epoch. */
  now: number;
}

/**
 * Adds the year, never giving a future day. In order: the year within a month of the paper's id
 * (assigned around the first version); the listing's (pages omit their own year); the current one.
 */
export function resolveDay(shown: ShownDay, clues: YearClues): Day | undefined {
  if (shown.year !== undefined) return dayFrom(shown.year, shown.month, shown.day);
  const latest = latestDay(clues.now);
  const byId = clues.idMonth && withinAMonth(shown, clues.idMonth, latest);
  if (byId !== undefined) return byId;
  const endOfYear: Day | undefined = clues.listingDay && `${yearOf(clues.listingDay)}-12-31`;
  return mostRecent(shown, endOfYear !== undefined && endOfYear < latest ? endOfYear : latest);
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

function withinAMonth(
  shown: ShownDay,
  id: { year: number; month: number },
  latest: Day,
): Day | undefined {
  const given = dayFrom(id.year, id.month, 1);
  if (given === undefined || given > latest) return undefined;
  for (const year of [id.year, id.year - 1, id.year + 1]) {
    const apart = Math.abs(year * 12 + shown.month - (id.year * 12 + id.month));
    const day = apart <= 1 ? dayFrom(year, shown.month, shown.day) : undefined;
    if (day !== undefined && day <= latest) return day;
  }
  return undefined;
}
