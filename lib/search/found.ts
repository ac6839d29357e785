import type { Status } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Filter, TextField } from '@/lib/query/query';

export interface Found {
  /** In the requested order. */
  ids: readonly PaperId[];
  marks: readonly Mark[];
  /** Set if requested. */
  facets: Facets | undefined;
  /** Changes not indexed yet; 0: complete. */
  left: number;
}

/** A highlight in results. */
export type Mark =
  /** In every field, unless it names one. */
  | WordMark
  /** In authors' names: these words in a row. */
  | { kind: 'author'; words: readonly string[]; prefix: boolean }
  /** The tag and its descendants, or the organization; unfolded, as in the filter. */
  | Extract<Filter, { kind: 'tag' | 'org' }>;

/** Folded like the index. */
export type WordMark =
  /** Words that begin with it. */
  | { kind: 'prefix'; word: string; field?: TextField }
  /** These words in a row; with `prefix` the last may be longer. */
  | { kind: 'phrase'; words: readonly string[]; prefix: boolean; field?: TextField };

export interface FacetCount<T> {
  value: T;
  count: number;
}

/**
 * Status, year and organization ignore the query's own top-level filter, so that another value can
 * be picked.
 */
export interface Facets {
  /** Without `status:`. */
  total: number;
  status: Record<Status, number>;
  /**
   * In the most frequent spelling, with the levels above (`a` for `a/b`), which include
   * descendants; most frequent first.
   */
  tags: FacetCount<string>[];
  /** Latest first. */
  years: FacetCount<number>[];
  /** Most frequent first; at most 50. */
  organizations: FacetCount<string>[];
}
