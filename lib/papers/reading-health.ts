import type { ListingReading } from './listing';
import type { Paper } from './paper';

/** What most cards lack, unlike at the last healthy reading. */
export interface SiteChange {
  cardsFound: number;
  cardsRead: number;
  missing: (keyof Paper)[];
}

/** Share of cards with a given field. */
const GIVEN = 0.8;

/** Fewer cards say little. */
const LEAST_CARDS = 5;

/** Old lists lack fields introduced later. */
const OLD_YEARS = 1;

/**
 * Whether a reading compares with earlier ones: not a search (the site answers in several forms), a
 * translated page, few cards, or an earlier year's list.
 */
export function isComparable(
  { listing, cards, cardsFound, translated }: ListingReading,
  now: number,
): boolean {
  const year = Number(listing.period?.slice(0, 4) ?? Infinity);
  return (
    listing.kind !== 'search' &&
    translated !== true &&
    Math.max(cards.length, cardsFound) >= LEAST_CARDS &&
    year >= new Date(now).getUTCFullYear() - OLD_YEARS
  );
}

/** The fields on nearly all cards. */
export function givenFields({ cards }: ListingReading): (keyof Paper)[] {
  const counts = new Map<keyof Paper, number>();
  for (const { paper } of cards) {
    for (const key of Object.keys(paper) as (keyof Paper)[]) {
      const isGiven = paper[key] !== undefined && paper[key] !== '';
      if (isGiven) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count >= cards.length * GIVEN).map(([key]) => key);
}

/** What a reading lacks against the last healthy one; undefined if nothing. */
export function siteChange(
  reading: ListingReading,
  given: readonly (keyof Paper)[],
): SiteChange | undefined {
  const { cards, cardsFound } = reading;
  const isMissing = (key: keyof Paper): boolean =>
    cards.filter(({ paper }) => paper[key] === undefined || paper[key] === '').length * 2 >
    cards.length;
  const missing = given.filter(isMissing);
  const isUnread = cards.length * 2 < cardsFound;
  return missing.length > 0 || isUnread
    ? { cardsFound, cardsRead: cards.length, missing }
    : undefined;
}
