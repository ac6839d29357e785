import { HOUR_MS } from '../../../lib/shared/day';
import { readCapture } from '../../fixtures/captures';
import { samplePapers } from '../../fixtures/sample-papers';
import { sampleItem } from '../../fixtures/sample-props';
import type { ApiRecord } from '../../unit/sites/markup';

/** The weekdays of a week, and the next Monday. */
const WEEK_DAYS = [
  '2026-03-09',
  '2026-03-10',
  '2026-03-11',
  '2026-03-12',
  '2026-03-13',
  '2026-03-16',
] as const;

/** The final lists by day, the most upvoted paper first. */
export type WeekLists = ReadonlyMap<string, readonly ApiRecord[]>;

/** Fourteen invented papers per day. */
export function inventedWeek(): WeekLists {
  return new Map(
    WEEK_DAYS.map((day, index) => {
      const papers = samplePapers(14, '2603', index * 20);
      const items = papers.map((paper) => sampleItem(paper, day));
      return [day, JSON.parse(JSON.stringify(items)) as ApiRecord[]];
    }),
  );
}

/** The lists captured from the site's API. */
export function capturedWeek(): WeekLists {
  return new Map(
    WEEK_DAYS.map((day) => [
      day,
      JSON.parse(readCapture(`api/api-daily_papers-${day}.json`)) as ApiRecord[],
    ]),
  );
}

/**
 * The list of a day at `time` (ms since epoch). Counts grow ever slower; of the last two papers one
 * is added at noon and one at night. Empty before its day.
 */
export function listAt(week: WeekLists, day: string, time: number): ApiRecord[] {
  const hours = (time - Date.parse(day)) / HOUR_MS;
  if (hours < 0) return [];
  const late = hours < 12 ? 2 : hours < 24 ? 1 : 0;
  const records = week.get(day) ?? [];
  const share = hours / (hours + 24);
  return records.slice(0, records.length - late).map((record) => atShare(record, share));
}

function atShare(record: ApiRecord, share: number): ApiRecord {
  const { paper, numComments } = record;
  const grown = (count: number) => Math.floor(count * share);
  const stars = paper.githubStars;
  return {
    ...record,
    numComments: grown(numComments),
    // Images are on other hosts.
    thumbnail: 'data:,',
    paper: {
      ...paper,
      upvotes: grown(paper.upvotes),
      ...(stars !== undefined && { githubStars: grown(stars) }),
    },
  };
}

/** The most upvoted papers at `time` of the lists from `first` on. */
export function topAt(week: WeekLists, first: string, time: number, count: number): ApiRecord[] {
  const days = [...week.keys()].filter((day) => day >= first);
  return days
    .flatMap((day) => listAt(week, day, time))
    .sort((a, b) => b.paper.upvotes - a.paper.upvotes)
    .slice(0, count);
}
