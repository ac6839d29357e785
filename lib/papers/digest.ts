import { addTo } from '@/lib/shared/add-to';
import { addDays } from '@/lib/shared/calendar';
import { dayOf, type Day } from '@/lib/shared/day';
import { localDayOf } from '@/lib/shared/local-day';
import type { Paper } from './paper';

export interface DigestPaper {
  paper: Paper;
  /** Day of the daily list. */
  day: Day;
  /** Upvotes gained in the last 7 days. */
  rise: number;
}

/** One day's papers, never empty. */
export interface DigestDay<P extends DigestPaper = DigestPaper> {
  day: Day;
  papers: readonly P[];
}

/** Sort orders within a day, descending. */
export const DIGEST_ORDERS = ['upvotes', 'rise'] as const;
export type DigestOrder = (typeof DIGEST_ORDERS)[number];

/** How far back: to the first recorded list, the last visit, or some days. */
export const DIGEST_PERIODS = ['unseen', 'last-visit', 'week', 'month'] as const;
export type DigestPeriod = (typeof DIGEST_PERIODS)[number];

/** A visit drops no unseen papers. */
export const DEFAULT_DIGEST_PERIOD: DigestPeriod = 'unseen';

const DAYS = { week: 7, month: 30 } as const;

/** The first list seen may be days old: on Monday, Friday's. */
const FIRST_LIST_DAYS = 3;

/**
 * A digest's first day (times in ms since epoch). A visit counts by the earlier of its local and
 * UTC day (lists have UTC days), so that "Friday" is complete in either time zone.
 * @param visitedAt last visit before this sitting; null (never): today
 * @param firstDay UTC day of the first sighting; undefined (none): today
 */
export function digestStart(
  period: DigestPeriod,
  visitedAt: number | null,
  now: number,
  firstDay?: Day,
): Day {
  switch (period) {
    case 'unseen':
      return addDays(firstDay ?? earlierDay(now), -FIRST_LIST_DAYS);
    case 'last-visit':
      return earlierDay(visitedAt ?? now);
    default:
      return addDays(earlierDay(now), -DAYS[period]);
  }
}

function earlierDay(time: number): Day {
  const [day, localDay] = [dayOf(time), localDayOf(time)];
  return localDay < day ? localDay : day;
}

/** Groups papers by day, newest first. */
export function digestDays<P extends DigestPaper>(
  papers: readonly P[],
  order: DigestOrder,
): DigestDay<P>[] {
  const days = new Map<Day, P[]>();
  for (const paper of papers) addTo(days, paper.day, paper);
  return [...days]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, papers]) => ({ day, papers: papers.toSorted(COMPARE[order]) }));
}

/** The first days with at least `most` papers together, or all. */
export function firstDays<P extends DigestPaper>(
  days: readonly DigestDay<P>[],
  most: number,
): readonly DigestDay<P>[] {
  let count = 0;
  const last = days.findIndex(({ papers }) => (count += papers.length) >= most);
  return last < 0 ? days : days.slice(0, last + 1);
}

const upvotes = ({ paper }: DigestPaper): number => paper.upvotes ?? 0;
const byUpvotes = (a: DigestPaper, b: DigestPaper): number => upvotes(b) - upvotes(a);

const COMPARE: Record<DigestOrder, (a: DigestPaper, b: DigestPaper) => number> = {
  upvotes: byUpvotes,
  rise: (a, b) => b.rise - a.rise || byUpvotes(a, b),
};
