import { addTo } from '@/lib/shared/add-to';
import { addDays } from '@/lib/shared/calendar';
import { dayOf, type Day } from '@/lib/shared/day';
import { localDayOf } from '@/lib/shared/local-day';
import type { Paper } from './paper';

/** A paper in the digest. */
export interface DigestPaper {
  paper: Paper;
  /** Day of the daily list. */
  day: Day;
  /** Upvotes gained in the last 7 days. */
  rise: number;
}

/** Papers listed on one day, at least one. */
export interface DigestDay<P extends DigestPaper = DigestPaper> {
  day: Day;
  papers: readonly P[];
}

/** Sort orders within a day, descending. */
export const DIGEST_ORDERS = ['upvotes', 'rise'] as const;
export type DigestOrder = (typeof DIGEST_ORDERS)[number];

/** How far a digest reaches back. */
export const DIGEST_PERIODS = ['last-visit', 'week', 'month'] as const;
export type DigestPeriod = (typeof DIGEST_PERIODS)[number];

const DAYS = { week: 7, month: 30 } as const;

/**
 * The first day of a digest (times in ms since epoch). Since a visit: the earlier of its local and
 * UTC day (papers are listed by UTC day), so that "Friday" is complete in either time zone.
 * @param visitedAt the last visit before this sitting; null (never) gives today
 */
export function digestStart(period: DigestPeriod, visitedAt: number | null, now: number): Day {
  if (period !== 'last-visit') return addDays(dayOf(now), -DAYS[period]);
  const at = visitedAt ?? now;
  const [day, localDay] = [dayOf(at), localDayOf(at)];
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

const upvotes = ({ paper }: DigestPaper): number => paper.upvotes ?? 0;
const byUpvotes = (a: DigestPaper, b: DigestPaper): number => upvotes(b) - upvotes(a);

const COMPARE: Record<DigestOrder, (a: DigestPaper, b: DigestPaper) => number> = {
  upvotes: byUpvotes,
  rise: (a, b) => b.rise - a.rise || byUpvotes(a, b),
};
