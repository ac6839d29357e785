import type { Day } from '@/lib/shared/day';
import type { ListingReading } from '@/lib/papers/listing';
import type { PaperId } from '@/lib/papers/paper-id';
import { fieldsOf } from '../lenient';
import type { DaySource } from '../site';
import { listingKeyOfDay, ORIGIN } from './addresses';
import { idOfItem, readItem } from './items';

/**
 * The API's maximum; more is on page `p`, from 0 (source of its client, `huggingface_hub`, and
 * https://huggingface.co/docs/hub/api#get-apidailypapers).
 */
const LIMIT = 100;

/** The daily list from the public API. */
export const huggingfaceDays: DaySource = {
  pattern: `${ORIGIN}/*`,
  dayUrl: (day, page) =>
    `${ORIGIN}/api/daily_papers?date=${day}&limit=${LIMIT}${page === 0 ? '' : `&p=${page}`}`,
  pageLength: LIMIT,
  readDay,
};

function readDay(answer: unknown, day: Day, page: number): ListingReading | undefined {
  if (!Array.isArray(answer)) return undefined;
  const cards: ListingReading['cards'] = [];
  const seen = new Set<PaperId>();
  let found = 0;
  for (const value of answer) {
    const item = fieldsOf(value);
    const id = item && idOfItem(item);
    if (id !== undefined && seen.has(id)) continue;
    found += 1;
    if (item === undefined || id === undefined) continue;
    seen.add(id);
    const paper = readItem(item, id);
    cards.push({
      paper: { ...paper, listedOn: paper.listedOn ?? day },
      rank: page * LIMIT + found,
    });
  }
  // An unknown format, not a day without papers.
  if (found > 0 && cards.length === 0) return undefined;
  const listing = { kind: 'daily', key: listingKeyOfDay(day), period: day } as const;
  return { listing, cardsFound: found, cards };
}
