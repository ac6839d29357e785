import type { CountsAt } from './counts-over-time';
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

/** One paper on one listing, or its own page, on one day: what counts were shown there. */
export interface Sighting extends CountsAt {
  paperId: PaperId;
  /** `Listing.key`; `paper` for its own page. */
  listing: string;
  /** The day of the reading, in UTC; the day's last reading stands. */
  day: Day;
  rank: number;
  /**
   * The last reading of the same day that the reader had seen when a later one took its place: what
   * rose is counted from there.
   */
  earlier?: CountsAt;
}

/** One reader's visit to one listing; coming back to it after a short while goes on with the visit. */
export interface Visit {
  /** `Listing.key`. */
  listing: string;
  kind: ListingKind;
  /** When the visit began, ms since epoch. */
  startedAt: number;
  /** When the listing was last read or looked at, ms since epoch. */
  endedAt: number;
  cardsFound: number;
  cardsRead: number;
}
