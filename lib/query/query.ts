import type { Status } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';

/** A tree of conditions. */
export type Condition =
  /** An empty list matches every paper. */
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] }
  | { kind: 'not'; condition: Condition }
  /** A prefix, ignoring case, accents and, if matches are rare, typos. */
  | { kind: 'word'; text: string; field?: TextField }
  /** These words in a row. */
  | { kind: 'phrase'; text: string; field?: TextField }
  | Filter;

/** Keys that search one field's words: `title:attention`. */
export const TEXT_FIELDS = ['title', 'abstract', 'note'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** A `key:value` condition. */
export type Filter =
  /** Also tags below it (`a` finds `a/b`), ignoring case. */
  | { kind: 'tag'; tag: string }
  /** Consecutive words of a name; the last may be cut. */
  | { kind: 'author'; name: string }
  /** Prefix of a name or slug, ignoring case. */
  | { kind: 'org'; name: string }
  /** Of the first version, inclusive; one end may be open. */
  | { kind: 'year'; from?: number; to?: number }
  /** ms since epoch: `from` inclusive, `before` exclusive; one may be open. */
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

/** Reversed, they would be useless. */
export const ONE_WAY_SORTS: ReadonlySet<SortKey> = new Set(['relevance', 'rise']);

export interface Sort {
  by: SortKey;
  descending: boolean;
}

/** UTF-16 units, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** `code` has a message under `query.problems`. */
export interface QueryProblem extends Span {
  code: QueryProblemCode;
  /** Faulty text or an example, for the message. */
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

/** `condition` omits faulty parts. */
export interface Query {
  text: string;
  condition: Condition;
  /** Default: relevance if there are words, else newest save first. */
  sort: Sort | undefined;
  problems: QueryProblem[];
  /** Restricts the results, as to an import's papers; not in the text. */
  only?: ReadonlySet<PaperId>;
}
