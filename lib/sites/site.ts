import type { Day } from '@/lib/shared/day';
import type { ListingReading } from '@/lib/papers/listing';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';

/** Where on its card a save button stands without covering the page's own words and controls. */
export type Corner = 'top-right' | 'top-left' | 'bottom-right';

/** One readable card with its place in the page. */
export interface SiteCard {
  /** The element that the page draws for the paper. */
  element: Element;
  paperId: PaperId;
  /** What to call the paper; never empty. */
  title: string;
  corner: Corner;
}

/** What a site's listing says, and where on the page its cards are. */
export interface SiteListing {
  reading: ListingReading;
  /** The readable cards in the order of the page, one a paper. */
  cards: SiteCard[];
  /** What holds the cards; the page bar stands right above it. */
  container: Element;
}

/** A site whose listings Papershelf reads. Pure: the document and the time are handed in. */
export interface Site {
  /** Short name, the first part of its listings' keys: `hf`. */
  id: string;
  /**
   * The pages that the content script is put into, as a match pattern; wider than `matches` where
   * in-page navigation leads from other pages to a listing.
   */
  pattern: string;
  /** Whether a page at `url` can be a listing of this site (whether it is one, its markup tells). */
  matches(url: URL): boolean;
  /**
   * Reads the listing in `document`, undefined when there is none. A piece that is wrong or missing
   * costs that piece, a broken card that card; it never throws.
   * @param now ms since epoch, for dates that leave out their year
   */
  readListing(document: Document, url: URL, now: number): SiteListing | undefined;
  /**
   * Whether the page's own script is done with drawing the listing, so that something may be added
   * to its cards without disturbing it.
   */
  isSettled(document: Document): boolean;
  /** Whether the page is drawn dark now; it may be switched by a class or attribute of `<html>`. */
  isDark(document: Document): boolean;
  /** The paper whose own page `url` is the address of; undefined for any other page. */
  paperAt(url: URL): PaperId | undefined;
  /**
   * What its own page says of the paper `id`; its id alone when nothing can be read. A piece that is
   * wrong or missing costs that piece; it never throws.
   * @param now ms since epoch, for dates that leave out their year
   */
  readPaperPage(document: Document, id: PaperId, now: number): Paper;
  /** Same-origin address that answers with one paper's facts as JSON; undefined when there is none. */
  paperUrl(id: PaperId): string | undefined;
  /** The paper in an answer from `paperUrl`, undefined when it holds none with this id. */
  readPaper(answer: unknown, id: PaperId): Paper | undefined;
}

/** A site's daily lists as its public API gives them. Pure: the fetching is the caller's. */
export interface DaySource {
  /** The addresses asked, as the match pattern that permission is needed for. */
  pattern: string;
  /** Address that answers with one page (from 0) of the papers listed on `day`, as JSON. */
  dayUrl(day: Day, page: number): string;
  /** How many papers a page has, but for the last one of a day. */
  pageLength: number;
  /**
   * The page of a listing in an answer from `dayUrl`, with the key that the day's listing has;
   * undefined when it is none, or nothing in it can be read. Broken items are left out. It never
   * throws.
   */
  readDay(answer: unknown, day: Day, page: number): ListingReading | undefined;
}
