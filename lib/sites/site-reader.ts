import type { ListingReading } from '@/lib/papers/listing';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Site } from './site';

/** Where a button covers no content. */
export type Corner = 'top-right' | 'top-left' | 'bottom-right';

export interface SiteCard {
  /** The page's element. */
  element: Element;
  paperId: PaperId;
  /** Never empty. */
  title: string;
  corner: Corner;
}

export interface SiteListing {
  reading: ListingReading;
  /** In page order, one per paper. */
  cards: SiteCard[];
  /** The page bar goes above it. */
  container: Element;
}

/** Reads a site's pages, in the content script. Pure: takes document and time. */
export interface SiteReader extends Pick<Site, 'origin' | 'paperAt'> {
  /**
   * Match patterns of the content script; wider than `matches` where in-page navigation leads to
   * listings.
   */
  patterns: readonly string[];
  /** Whether `url` can be a listing; the markup decides. */
  matches(url: URL): boolean;
  /**
   * Undefined without a listing. Omits wrong or missing pieces and broken cards; never throws.
   * @param now ms since epoch, for dates without a year
   * @param counts whether the reader can see a card; others (of a layout for another width) are
   * skipped
   */
  readListing(
    document: Document,
    url: URL,
    now: number,
    counts?: (card: Element) => boolean,
  ): SiteListing | undefined;
  /** A card's paper now; undefined for none or several. */
  paperOn(card: Element): PaperId | undefined;
  /** Whether hydration has finished, so that changing cards does not disturb it. */
  isSettled(document: Document): boolean;
  /** May change by a class or attribute of `<html>`. */
  isDark(document: Document): boolean;
  /** Same-origin URL of a paper's facts as JSON, if any. */
  paperUrl(id: PaperId): string | undefined;
  /** The paper in a `paperUrl` response; undefined if it has another id. */
  readPaper(answer: unknown, id: PaperId): Paper | undefined;
}

/** Reads paper pages. Not part of `SiteReader`: only the lazy script needs it. */
export interface PaperReader extends Pick<Site, 'origin'> {
  /**
   * The facts on a paper's page; only the id if nothing is readable. Omits wrong or missing pieces;
   * never throws.
   * @param now ms since epoch, for dates without a year
   */
  readPaperPage(document: Document, id: PaperId, now: number): Paper;
}
