import type { Day } from '@/lib/shared/day';
import type { Paper } from '@/lib/papers/paper';
import type { Identifiers, PaperId } from '@/lib/papers/paper-id';

/** A site with listings: what the whole extension knows of it. Pure. */
export interface Site {
  /** First part of its listing keys. */
  id: string;
  /** `https://papers.example`. */
  origin: string;
  /** The listing to begin with. */
  start: { name: string; path: string };
  /** What precedes the identifier in links to its papers, without scheme; first the site's own. */
  paperLinks: readonly [string, ...string[]];
  /** What follows there, if not arXiv's identifiers. */
  identifiers?: Identifiers;
  /** Paths of the papers' own pages, as in match patterns, and of no listing. */
  paperPaths: readonly string[];
  /** The paper whose own page is at `url`. */
  paperAt(url: URL): PaperId | undefined;
  /** What a tab's title has besides the paper's. */
  besidesTitle: RegExp;
  /** Its daily lists, if they can be fetched. */
  days?: DailyLists;
}

/** A site's daily lists from its public API. Pure: the caller fetches. */
export interface DailyLists {
  /** May differ from the site's. */
  origin: string;
  /** Path of one page (from 0) of the papers listed on `day`, as JSON. */
  path(day: Day, page: number): string;
  /** Papers per page, except a day's last. */
  pageLength: number;
  /**
   * The papers in the JSON, in order, undefined for a broken item; undefined if it is no list.
   * Never throws.
   */
  readPapers(answer: unknown): readonly (Paper | undefined)[] | undefined;
}
