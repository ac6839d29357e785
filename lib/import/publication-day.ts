import { dayFrom } from '@/lib/shared/day';
import type { Day } from '@/lib/shared/day';
import { MONTH_NAMES } from '@/lib/shared/month-names';

/** A date as a day; undefined without a year. Unknown months and days become the first. */
export function dayFromParts(year: number, month?: number, day?: number): Day | undefined {
  return dayFrom(year, month ?? 1, day ?? 1) ?? dayFrom(year, month ?? 1, 1) ?? dayFrom(year, 1, 1);
}

const YEAR_FIRST = /\b(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/;
const YEAR = /\b(?:1[5-9]|20)\d{2}\b/;
const MONTH_NAME = new RegExp(String.raw`\b(${MONTH_NAMES.join('|')})`, 'i');
const DAY_NUMBER = /\b\d{1,2}\b/;

/**
 * The day in a bibliography's date: `2025-07-08`, `2025/07/08/`, `2025-07`, `2025`, `8 July 2025`,
 * `Jul 8, 2025`, or a range's start. Only the year of other numeric orders, which are ambiguous.
 */
export function dayFromText(text: string): Day | undefined {
  const start = text.slice(0, 100);
  const name = MONTH_NAME.exec(start)?.[1]?.toLowerCase();
  if (name !== undefined) {
    const year = YEAR.exec(start)?.[0];
    const day = DAY_NUMBER.exec(start)?.[0];
    return year === undefined
      ? undefined
      : dayFromParts(Number(year), MONTH_NAMES.indexOf(name) + 1, numberFrom(day));
  }
  const [, year, month, day] = YEAR_FIRST.exec(start) ?? [];
  return year === undefined
    ? undefined
    : dayFromParts(Number(year), numberFrom(month), numberFrom(day));
}

/** From 1: `jul`, `July`, `07`. */
export function monthFrom(text: string): number | undefined {
  const name = MONTH_NAMES.indexOf(text.trim().slice(0, 3).toLowerCase());
  if (name >= 0) return name + 1;
  const number = Number(text);
  return number >= 1 && number <= 12 ? number : undefined;
}

function numberFrom(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
