import type { Day } from '@/lib/shared/day';
import { CARDS, cutFacts } from '@/lib/papers/limits';
import type { ListingReading } from '@/lib/papers/listing';
import type { PaperId } from '@/lib/papers/paper-id';
import { sites } from './registry';
import type { DailyLists, Site } from './site';

export type DailySite = Site & { days: DailyLists };

/** The sites whose daily lists can be fetched. */
export const dailySites: readonly DailySite[] = sites.filter(
  (site): site is DailySite => site.days !== undefined,
);

/**
 * One page (from 0) of the list of `day`, with the listing key of that day; undefined if nothing is
 * readable. Omits broken items and duplicates, cuts overlong facts; never throws.
 */
export function readDay(
  { id, days }: DailySite,
  answer: unknown,
  day: Day,
  page: number,
): ListingReading | undefined {
  const papers = days.readPapers(answer);
  if (papers === undefined || papers.length > CARDS) return undefined;
  const cards: ListingReading['cards'] = [];
  const seen = new Set<PaperId>();
  let found = 0;
  for (const paper of papers) {
    if (paper !== undefined && seen.has(paper.id)) continue;
    found += 1;
    if (paper === undefined) continue;
    seen.add(paper.id);
    cards.push({
      paper: cutFacts({ ...paper, listedOn: paper.listedOn ?? day }),
      rank: page * days.pageLength + found,
    });
  }
  // An unknown format, not an empty day.
  if (found > 0 && cards.length === 0) return undefined;
  const listing = { kind: 'daily', key: `${id}/daily/${day}`, period: day } as const;
  return { listing, cardsFound: found, cards };
}
