import type { Paper } from './paper';

export const LISTING_KINDS = ['daily', 'weekly', 'monthly', 'trending', 'search'] as const;
export type ListingKind = (typeof LISTING_KINDS)[number];

/** A page of cards. */
export interface Listing {
  kind: ListingKind;
  /** Identifies its sightings and visits: `hf/daily/2026-09-28`. */
  key: string;
  /** Day (daily), `2026-W39` (weekly) or `2026-09` (monthly), if shown. */
  period?: string;
  /** Search text (search). */
  query?: string;
}

export interface CardReading {
  paper: Paper;
  /** Position, from 1. */
  rank: number;
}

export interface ListingReading {
  listing: Listing;
  /** Distinct cards on the page, readable or not. */
  cardsFound: number;
  /** Readable cards, one per paper, in page order. */
  cards: CardReading[];
  /** Translated by the browser: its texts are no facts. */
  translated?: true;
}
