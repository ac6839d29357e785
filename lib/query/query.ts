import type { Status } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';

/** The tree of a query's conditions. */
export type Condition =
  /** All of them; an empty list matches every paper. */
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] }
  | { kind: 'not'; condition: Condition }
  /** A word prefix, ignoring case, accents and, if matches are rare, typos. */
  | { kind: 'word'; text: string }
  /** Exactly these words in a row. */
  | { kind: 'phrase'; text: string }
  | Filter;

/** A `key:value` condition. */
export type Filter =
  /** The tag or one below it (`a` finds `a/b`), ignoring case. */
  | { kind: 'tag'; tag: string }
  /** Consecutive words of an author's name; the last may be cut. */
  | { kind: 'author'; name: string }
  /** Prefix of an organization's name or slug, ignoring case. */
  | { kind: 'org'; name: string }
  /** Year of the first version, inclusive; one end may be open. */
  | { kind: 'year'; from?: number; to?: number }
  /** When saved, ms since epoch: `from` inclusive, `before` exclusive; one may be open. */
  | { kind: 'saved'; from?: number; before?: number }
  | { kind: 'status'; status: Status }
  | { kind: 'has'; what: Having }
  /** Inclusive; one end may be open. */
  | { kind: 'upvotes'; from?: number; to?: number };

/** The values of `has:`. */
export const HAVINGS = ['note', 'tag', 'code', 'abstract'] as const;
export type Having = (typeof HAVINGS)[number];

/** The values of `sort:`. */
export const SORT_KEYS = [
  'relevance',
  'saved',
  'published',
  'title',
  'upvotes',
  'rise',
  'status',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** Sorts without a reverse: worst first is useless. */
export const ONE_WAY_SORTS: ReadonlySet<SortKey> = new Set(['relevance', 'rise']);

export interface Sort {
  by: SortKey;
  descending: boolean;
}

/** A range of the text in UTF-16 units, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** An error in a query; `code` has a message under `query.problems`. */
export interface QueryProblem extends Span {
  code: QueryProblemCode;
  /** The faulty text or an example, for the message. */
  detail: string;
}

export type QueryProblemCode =
  | 'unclosed-quote'
  | 'unclosed-parenthesis'
  | 'stray-parenthesis'
  | 'missing-operand'
  | 'missing-value'
  | 'unknown-key'
  | 'bad-value'
  | 'too-deep'
  | 'too-long';

/** A parsed query; `condition` omits faulty parts. */
export interface Query {
  text: string;
  condition: Condition;
  /** Default: relevance if the query has words, else newest save first. */
  sort: Sort | undefined;
  problems: QueryProblem[];
  /** Restricts the results to these papers, such as those of an import; not part of the text. */
  only?: ReadonlySet<PaperId>;
}
