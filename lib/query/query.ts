import type { Status } from '@/lib/papers/entry';

/** What a query asks of a paper, as a tree. */
export type Condition =
  /** All of them; with none, every paper. */
  | { kind: 'all'; of: Condition[] }
  /** At least one of them. */
  | { kind: 'any'; of: Condition[] }
  | { kind: 'not'; condition: Condition }
  /** A word: papers with a word that begins with it, case, accents and one typo aside. */
  | { kind: 'word'; text: string }
  /** Words in quotes: papers with exactly these words, next to each other. */
  | { kind: 'phrase'; text: string }
  | Filter;

/** What a `key:value` asks. */
export type Filter =
  /** The tag or one below it (`a` finds `a/b`), case aside. */
  | { kind: 'tag'; tag: string }
  /** An author whose name has these words next to each other, the last of which may be cut. */
  | { kind: 'author'; name: string }
  /** An organization with this name or slug, or one that begins with it, case aside. */
  | { kind: 'org'; name: string }
  /** The year of the first version; both ends belong to it, one may be open. */
  | { kind: 'year'; from?: number; to?: number }
  /** When it was saved, ms since epoch; `from` belongs to it, `before` does not, one may be open. */
  | { kind: 'saved'; from?: number; before?: number }
  | { kind: 'status'; status: Status }
  | { kind: 'has'; what: Having }
  /** Both ends belong to it, one may be open. */
  | { kind: 'upvotes'; from?: number; to?: number };

/** What `has:` can ask for. */
export const HAVINGS = ['note', 'tag', 'code', 'abstract'] as const;
export type Having = (typeof HAVINGS)[number];

/** What `sort:` can name. */
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

/** The sorts with one direction only: nobody looks for what fits worst. */
export const ONE_WAY_SORTS: ReadonlySet<SortKey> = new Set(['relevance', 'rise']);

export interface Sort {
  by: SortKey;
  descending: boolean;
}

/** A piece of the query's text, in UTF-16 units; `end` is behind its last. */
export interface Span {
  start: number;
  end: number;
}

/** What is wrong with a query: where, and a code with a sentence for people under `query.problems`. */
export interface QueryProblem extends Span {
  code: QueryProblemCode;
  /** The piece that is wrong, or what was expected, for the sentence. */
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

/** A query, understood as far as it could be: what is wrong with it is left out of `condition`. */
export interface Query {
  text: string;
  condition: Condition;
  /** Undefined when the query does not say: by relevance if it holds words, else newest save first. */
  sort: Sort | undefined;
  problems: QueryProblem[];
}
