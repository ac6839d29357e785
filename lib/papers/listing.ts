import type { Paper } from './paper';

export const LISTING_KINDS = ['daily', 'weekly', 'monthly', 'trending', 'search'] as const;
export type ListingKind = (typeof LISTING_KINDS)[number];

/** Which page of cards was read. */
export interface Listing {
  kind: ListingKind;
  /** What tells it from all others, as its sightings and visits are kept: `hf/daily/2026-09-28`. */
  key: string;
  /** The day (daily), or `2026-W39` (weekly), or `2026-09` (monthly), as far as the page tells. */
  period?: string;
  /** What was searched for (search). */
  query?: string;
}

/** What one card said, in the order of the page. */
export interface CardReading {
  paper: Paper;
  /** Its place on the listing, from 1. */
  rank: number;
}

/** What a whole listing said. */
export interface ListingReading {
  listing: Listing;
  /** Distinct cards on the page, readable or not. */
  cardsFound: number;
  /** Those that could be read, one a paper. */
  cards: CardReading[];
}
