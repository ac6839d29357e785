import { addDays, unitFor, unitStarts, type CalendarUnit } from '@/lib/shared/calendar';
import type { Day } from '@/lib/shared/day';
import { sum } from '@/lib/shared/sum';
import type { CountsByDay, ReadingStats } from './reading-counts';

export type ReadingPeriod = 'three-months' | 'year' | 'all';

/** Papers saved and read per unit. */
export interface SavedAndRead {
  unit: CalendarUnit;
  /** First day of each span, oldest first. */
  starts: Day[];
  /** Per span. */
  saved: number[];
  read: number[];
}

/** Papers saved under the most used tags, per unit. */
export interface TagsOverTime {
  unit: CalendarUnit;
  starts: Day[];
  /** Most used first. */
  tags: TagOverTime[];
  /** Remaining tags together; a paper with two of them counts twice. */
  others: { tags: number; counts: number[] };
}

export interface TagOverTime {
  name: string;
  total: number;
  /** Per span. */
  counts: number[];
}

/** More bars would merge at 400 px. */
const MOST_SPANS = 60;
/** Fewer: these plots are smaller, and tags have few papers per week. */
const MOST_TAG_SPANS = 48;
const MOST_TAGS = 8;

const WEEKS = { 'three-months': 13, year: 52 } as const;

/** @returns papers saved and read in `period`, with empty spans, oldest first */
export function savedAndRead(stats: ReadingStats, period: ReadingPeriod): SavedAndRead {
  const first = firstDay(stats, period);
  const unit = unitFor(first, stats.today, MOST_SPANS);
  const starts = unitStarts(first, stats.today, unit);
  return {
    unit,
    starts,
    saved: countsOf(stats.saved, starts),
    read: countsOf(stats.read, starts),
  };
}

/** @returns tags of papers saved in `period`, the eight most used by name */
export function tagsOverTime(stats: ReadingStats, period: ReadingPeriod): TagsOverTime {
  const first = firstDay(stats, period);
  const unit = unitFor(first, stats.today, MOST_TAG_SPANS);
  const starts = unitStarts(first, stats.today, unit);
  const used = stats.tags
    .map(({ name, saved }) => {
      const counts = countsOf(saved, starts);
      return { name, counts, total: sum(counts) };
    })
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total || a.name.localeCompare(b.name));
  const others = used.slice(MOST_TAGS);
  return {
    unit,
    starts,
    tags: used.slice(0, MOST_TAGS),
    others: {
      tags: others.length,
      counts: starts.map((_, index) => sum(others.map(({ counts }) => counts[index] ?? 0))),
    },
  };
}

/**
 * Start of a period: within the library, but at least three months back, so that a young library is
 * not one wide bar.
 */
function firstDay({ saved, read, today }: ReadingStats, period: ReadingPeriod): Day {
  const back = (weeks: number): Day => addDays(today, -7 * (weeks - 1));
  let first = back(WEEKS['three-months']);
  if (period === 'three-months') return first;
  for (const counts of [saved, read]) {
    for (const day of counts.keys()) if (day < first) first = day;
  }
  const limit = back(WEEKS.year);
  return period === 'year' && first < limit ? limit : first;
}

/** Counts per span, without earlier days. */
function countsOf(byDay: CountsByDay, starts: readonly Day[]): number[] {
  const counts = starts.map(() => 0);
  for (const [day, papers] of byDay) {
    const place = starts.findLastIndex((start) => start <= day);
    if (place >= 0) counts[place] = (counts[place] ?? 0) + papers;
  }
  return counts;
}
