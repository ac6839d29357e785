import type { Status } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Filter } from '@/lib/query/query';

/** What a search of the library found. */
export interface Found {
  /** Every paper found, in the order asked for. */
  ids: readonly PaperId[];
  /** What to mark in the texts of those found. */
  marks: readonly Mark[];
  /** Present when they were asked for. */
  facets: Facets | undefined;
  /** How many changed papers the index has not taken in yet; 0 means that the answer is complete. */
  left: number;
}

/** What to mark in the texts of those found. */
export type Mark =
  /** In every field. */
  | WordMark
  /** In authors' names alone: these words next to each other, as those of a phrase. */
  | { kind: 'author'; words: readonly string[]; prefix: boolean }
  /** The tag, and those below it; the organization. As the filter has them, not folded. */
  | Extract<Filter, { kind: 'tag' | 'org' }>;

/** Words to mark in a text; all folded as the index has them. */
export type WordMark =
  /** Every word that begins with it. */
  | { kind: 'prefix'; word: string }
  /** These words next to each other; the last may be longer when `prefix` is set. */
  | { kind: 'phrase'; words: readonly string[]; prefix: boolean };

/** One value of a facet with how many of the papers found have it. */
export interface FacetCount<T> {
  value: T;
  count: number;
}

/**
 * How the papers found are spread. The counts of status, year and organization are of the query
 * without its own `status:`, `year:`, `org:` at the top level, so that another value can be picked.
 */
export interface Facets {
  /** Of all statuses together: what the query without `status:` finds. */
  total: number;
  status: Record<Status, number>;
  /**
   * Every tag as the reader wrote it (the commonest spelling), and every level above (`a` for `a/b`)
   * with the number of papers that have it or one below it; most frequent first.
   */
  tags: FacetCount<string>[];
  /** Latest first. */
  years: FacetCount<number>[];
  /** Most frequent first; at most 50. */
  organizations: FacetCount<string>[];
}
