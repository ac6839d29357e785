import type { ListingReading } from '@/lib/papers/listing';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Site } from './site';

/** Where a save button covers no content of its card. */
export type Corner = 'top-right' | 'top-left' | 'bottom-right';

/** A readable card and its element. */
export interface SiteCard {
  /** The page's element for the paper. */
  element: Element;
  paperId: PaperId;
  /** Never empty. */
  title: string;
  corner: Corner;
}

/** A listing's content, and where its cards are. */
export interface SiteListing {
  reading: ListingReading;
  /** In page order, one per paper. */
  cards: SiteCard[];
  /** Holds the cards; the page bar goes above it. */
  container: Element;
}

/** Reads a site's pages, in the content script. Pure: document and time are parameters. */
export interface SiteReader extends Pick<Site, 'origin' | 'paperAt'> {
  /**
   * Match patterns of the content script; wider than `matches` where in-page navigation leads to a
   * listing.
   */
  patterns: readonly string[];
  /** Whether `url` can be a listing; the markup decides. */
  matches(url: URL): boolean;
  /**
   * Undefined when there is no listing. Omits wrong or missing pieces and broken cards; never
   * throws.
   * @param now ms since epoch, for dates without a year
   * @param counts whether the reader can see a card; others are passed over, like one that a layout
   * has for another width
   */
  readListing(
    document: Document,
    url: URL,
    now: number,
    counts?: (card: Element) => boolean,
  ): SiteListing | undefined;
  /** Whether the page has finished hydration, so that changing its cards does not disturb it. */
  isSettled(document: Document): boolean;
  /** May change by a class or attribute of `<html>`. */
  isDark(document: Document): boolean;
  /** Same-origin URL of a paper's facts as JSON, if any. */
  paperUrl(id: PaperId): string | undefined;
  /** The paper in a `paperUrl` response, if it has this id. */
  readPaper(answer: unknown, id: PaperId): Paper | undefined;
}

/**
 * Reads a site's paper pages. Not part of `SiteReader`: only the lazy script, which draws on paper
 * pages, needs it.
 */
export interface PaperReader extends Pick<Site, 'origin'> {
  /**
   * The facts on the paper's own page; only the id if nothing is readable. Omits wrong or missing
   * pieces; never throws.
   * @param now ms since epoch, for dates without a year
   */
  readPaperPage(document: Document, id: PaperId, now: number): Paper;
}
