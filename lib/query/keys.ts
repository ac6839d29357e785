import { STATUSES } from '@/lib/papers/entry';
import { HAVINGS, ONE_WAY_SORTS, SORT_KEYS, TEXT_FIELDS } from './query';
import type { Filter, TextField } from './query';

/** A key's name, without colon. */
export type QueryKeyName = Filter['kind'] | TextField | 'sort';

export interface QueryKey {
  readonly key: QueryKeyName;
  /** Message key. */
  readonly description: `query.keys.${QueryKeyName}`;
  /** The first is shown for a missing or wrong value. */
  readonly examples: readonly [string, ...string[]];
  /** Fixed values. */
  readonly values: readonly string[];
  /** Whether the library suggests values. */
  readonly suggested: boolean;
  /** Whether a paper has only one value, which another replaces. */
  readonly single: boolean;
}

const REVERSED_SORTS = SORT_KEYS.filter((key) => !ONE_WAY_SORTS.has(key)).map((key) => `-${key}`);

/** In the order of completion and help. */
const KEYS = {
  tag: {
    description: 'query.keys.tag',
    examples: ['tag:brain', 'tag:vision/3d', 'tag:"scene graphs"'],
    values: [],
    suggested: true,
    single: false,
  },
  author: {
    description: 'query.keys.author',
    examples: ['author:lecun', 'author:"Yann LeCun"'],
    values: [],
    suggested: true,
    single: false,
  },
  org: {
    description: 'query.keys.org',
    examples: ['org:google'],
    values: [],
    suggested: true,
    single: true,
  },
  title: {
    description: 'query.keys.title',
    examples: ['title:attention', 'title:"chain of thought"'],
    values: [],
    suggested: false,
    single: false,
  },
  abstract: {
    description: 'query.keys.abstract',
    examples: ['abstract:benchmark'],
    values: [],
    suggested: false,
    single: false,
  },
  note: {
    description: 'query.keys.note',
    examples: ['note:baseline', '-note:todo'],
    values: [],
    suggested: false,
    single: false,
  },
  year: {
    description: 'query.keys.year',
    examples: ['year:2024..2025', 'year:2024', 'year:>2023'],
    values: [],
    suggested: true,
    single: true,
  },
  saved: {
    description: 'query.keys.saved',
    examples: ['saved:>2026-01-01', 'saved:2026-01', 'saved:7d', 'saved:last-week'],
    values: ['today', 'yesterday', 'this-week', 'last-week', '7d', '1m', '1y'],
    suggested: false,
    single: true,
  },
  status: {
    description: 'query.keys.status',
    examples: ['status:reading', '-status:read'],
    values: STATUSES,
    suggested: false,
    single: true,
  },
  has: {
    description: 'query.keys.has',
    examples: ['has:note', '-has:tag'],
    values: HAVINGS,
    suggested: false,
    single: false,
  },
  upvotes: {
    description: 'query.keys.upvotes',
    examples: ['upvotes:>50', 'upvotes:10..20'],
    values: ['>10', '>50', '>100'],
    suggested: false,
    single: true,
  },
  sort: {
    description: 'query.keys.sort',
    examples: ['sort:upvotes', 'sort:-title', 'sort:rise'],
    values: [...SORT_KEYS, ...REVERSED_SORTS],
    suggested: false,
    single: true,
  },
} as const satisfies {
  [Name in QueryKeyName]: Omit<QueryKey, 'key'> & { description: `query.keys.${Name}` };
};

export const QUERY_KEYS: readonly QueryKey[] = Object.entries(KEYS).map(([key, rest]) => ({
  key: key as QueryKeyName,
  ...rest,
}));

/** Keys whose values the library suggests. */
export type SuggestedKind = {
  [Name in QueryKeyName]: (typeof KEYS)[Name]['suggested'] extends true ? Name : never;
}[QueryKeyName];

export function isSuggested(key: QueryKeyName): key is SuggestedKind {
  return KEYS[key].suggested;
}

const QUERY_SYNTAX = [
  { description: 'query.syntax.words', examples: ['sparse attention'] },
  { description: 'query.syntax.phrase', examples: ['"chain of thought"'] },
  { description: 'query.syntax.not', examples: ['agents -survey', 'NOT "a survey"'] },
  { description: 'query.syntax.or', examples: ['diffusion OR flow'] },
  { description: 'query.syntax.group', examples: ['(ssm OR rnn) has:code'] },
  { description: 'query.syntax.link', examples: ['arxiv:1706.03762'] },
] as const;

/** For the help sheet. */
export const QUERY_HELP = { syntax: QUERY_SYNTAX, keys: QUERY_KEYS } as const;
export type QueryHelpTopics = typeof QUERY_HELP;

/** Other names for keys. */
const OTHER_NAMES: Readonly<Record<string, QueryKeyName>> = {
  tags: 'tag',
  authors: 'author',
  by: 'author',
  orgs: 'org',
  organization: 'org',
  organizations: 'org',
  organisation: 'org',
  titles: 'title',
  abstracts: 'abstract',
  notes: 'note',
  years: 'year',
  is: 'status',
  upvote: 'upvotes',
  votes: 'upvotes',
};

/** Other programs' fields, which Papershelf cannot search. */
const FIELD_NAMES =
  /^(?:summary|keywords?|venue|journal|doi|date|published|rating|before|after|text|in)$/i;

/** The key of this or another name, ignoring case. */
export function queryKey(name: string): QueryKey | undefined {
  const folded = name.toLowerCase();
  const known = Object.hasOwn(OTHER_NAMES, folded) ? OTHER_NAMES[folded] : folded;
  return QUERY_KEYS.find(({ key }) => key === known);
}

export function isTextField(key: QueryKeyName): key is TextField {
  return TEXT_FIELDS.some((field) => field === key);
}

/** Whether `name` is meant as a key. */
export function isFieldName(name: string): boolean {
  return FIELD_NAMES.test(name);
}
