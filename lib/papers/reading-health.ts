import type { ListingReading } from './listing';
import type { Paper } from './paper';

/** What a site no longer gives for most cards, though it did at the last healthy reading. */
export interface SiteChange {
  cardsFound: number;
  cardsRead: number;
  missing: (keyof Paper)[];
}

/** A field on so many cards counts as given. */
const GIVEN = 0.8;

/** Fewer cards say little. */
const LEAST_CARDS = 5;

/** Old lists lack fields that the site introduced later. */
const OLD_YEARS = 1;

/**
 * Whether a reading can be compared with earlier ones: not of a search, which the site answers in
 * several forms, of a translated page, of few cards, or of a list of an earlier year.
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

/** The fields on nearly all cards of a reading. */
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

/** How a reading falls short of the fields given at the last healthy one; undefined if it does not. */
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
