import type { Day } from '@/lib/shared/day';
import type { Paper } from '@/lib/papers/paper';
import type { Identifiers, PaperId } from '@/lib/papers/paper-id';

/** A site with listings, as the extension knows it. Pure. */
export interface Site {
  /** First part of its listing keys. */
  id: string;
  /** `https://papers.example`. */
  origin: string;
  /** The listing to start with. */
  start: { name: string; path: string };
  /** What precedes the identifier in links to papers, without scheme; its own first. */
  paperLinks: readonly [string, ...string[]];
  /** Their identifiers, if not arXiv's. */
  identifiers?: Identifiers;
  /** Paths of paper pages, as in match patterns; none of a listing. */
  paperPaths: readonly string[];
  /** The paper whose page is at `url`. */
  paperAt(url: URL): PaperId | undefined;
  /** Text around the paper's title in a tab's title. */
  besidesTitle: RegExp;
  /** If they can be fetched. */
  days?: DailyLists;
}

/** A site's daily lists, by its public API. Pure: the caller fetches. */
export interface DailyLists {
  /** May differ from the site's. */
  origin: string;
  /** Path of one page (from 0) of the list of `day`, as JSON. */
  path(day: Day, page: number): string;
  /** Papers per page, except a day's last. */
  pageLength: number;
  /**
   * The papers in the JSON, in order, undefined for broken items; undefined if it is no list. Never
   * throws.
   */
  readPapers(answer: unknown): readonly (Paper | undefined)[] | undefined;
}
