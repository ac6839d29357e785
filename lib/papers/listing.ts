import type { Day } from './day';
import type { Paper } from './paper';
import type { PaperId } from './paper-id';

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

/** One paper on one listing on one day: what counts were shown there. */
export interface Sighting {
  paperId: PaperId;
  /** `Listing.key`. */
  listing: string;
  /** The day of the reading, in UTC; the day's last reading stands. */
  day: Day;
  /** When it was read, ms since epoch. */
  at: number;
  rank: number;
  upvotes?: number;
  comments?: number;
  githubStars?: number;
}

/** One reader's visit to one listing. */
export interface Visit {
  /** `Listing.key`. */
  listing: string;
  kind: ListingKind;
  /** When the visit began, ms since epoch. */
  startedAt: number;
  cardsFound: number;
  cardsRead: number;
}
