import type { Status } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Filter } from '@/lib/query/query';

/** The result of a search. */
export interface Found {
  /** In the requested order. */
  ids: readonly PaperId[];
  marks: readonly Mark[];
  /** Set if requested. */
  facets: Facets | undefined;
  /** Changes not indexed yet; 0: the result is complete. */
  left: number;
}

/** A highlight in the results' texts. */
export type Mark =
  /** In every field. */
  | WordMark
  /** In authors' names: these words in a row. */
  | { kind: 'author'; words: readonly string[]; prefix: boolean }
  /** The tag and its descendants, or the organization; unfolded, as in the filter. */
  | Extract<Filter, { kind: 'tag' | 'org' }>;

/** Words to highlight, folded like the index. */
export type WordMark =
  /** Every word that begins with it. */
  | { kind: 'prefix'; word: string }
  /** These words in a row; with `prefix` the last may be longer. */
  | { kind: 'phrase'; words: readonly string[]; prefix: boolean };

/** A facet value with its number of papers. */
export interface FacetCount<T> {
  value: T;
  count: number;
}

/**
 * Facet counts; status, year and organization ignore the query's own top-level filter, so that
 * another value can be picked.
 */
export interface Facets {
  /** Matches without `status:`. */
  total: number;
  status: Record<Status, number>;
  /**
   * Tags in the reader's most frequent spelling, and the levels above (`a` for `a/b`), which
   * include descendants; most frequent first.
   */
  tags: FacetCount<string>[];
  /** Latest first. */
  years: FacetCount<number>[];
  /** Most frequent first; at most 50. */
  organizations: FacetCount<string>[];
}
