/** A UTC day (no summer time), ms. */
export const DAY_MS = 86_400_000;

/** An hour, ms. */
export const HOUR_MS = 3_600_000;

/** A calendar day, `YYYY-MM-DD`. */
export type Day = `${number}-${number}-${number}`;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether `text` is an existing `Day` (no 30 February). */
export function isDay(text: unknown): text is Day {
  const [, year, month, day] = (typeof text === 'string' && DAY.exec(text)) || [];
  return dayFrom(Number(year), Number(month), Number(day)) === text && text !== undefined;
}

/** Month from 1; undefined if nonexistent. */
export function dayFrom(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    year >= 1000 &&
    year <= 9999 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day;
  return exists ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : undefined;
}

function twoDigits(number: number) {
  return String(number).padStart(2, '0') as `${number}`;
}

/** The UTC day of `time` (ms since epoch). */
export function dayOf(time: number): Day {
  return new Date(time).toISOString().slice(0, 10) as Day;
}
