import type { Day } from '../../papers/day';
import type { ListingReading } from '../../papers/listing';
import type { PaperId } from '../../papers/paper-id';
import { fieldsOf } from '../lenient';
import type { DaySource } from '../site';
import { listingKeyOfDay, ORIGIN } from './addresses';
import { idOfItem, readItem } from './items';

/** What the API gives at most (source of its own client, `huggingface_hub`). */
const LIMIT = 100;

/** The daily list by the site's public API. */
export const huggingfaceDays: DaySource = {
  pattern: `${ORIGIN}/*`,
  dayUrl: (day) => `${ORIGIN}/api/daily_papers?date=${day}&limit=${LIMIT}`,
  readDay,
};

function readDay(answer: unknown, day: Day): ListingReading | undefined {
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
    cards.push({ paper: { ...paper, listedOn: paper.listedOn ?? day }, rank: found });
  }
  const listing = { kind: 'daily', key: listingKeyOfDay(day), period: day } as const;
  return { listing, cardsFound: found, cards };
}
