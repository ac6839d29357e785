import { STATUSES } from '@/lib/papers/entry';
import { cleanTag } from '@/lib/papers/tags/tag';
import { foldSpaces } from '@/lib/shared/text';
import { periodOf } from './periods';
import { HAVINGS, ONE_WAY_SORTS, SORT_KEYS } from './query';
import type { Filter, Sort, SortKey } from './query';
import { numberRange } from './ranges';
import { hasWord } from './tokens';

const UPVOTES_LIMIT = 999_999_999;

type Reader<Kind> = (value: string, now: number) => Extract<Filter, { kind: Kind }> | undefined;

const READERS: { [Kind in Filter['kind']]: Reader<Kind> } = {
  tag(value) {
    const tag = cleanTag(value);
    return tag === '' ? undefined : { kind: 'tag', tag };
  },
  author: (value) => (hasWord(value) ? { kind: 'author', name: foldSpaces(value) } : undefined),
  org: (value) => (hasWord(value) ? { kind: 'org', name: foldSpaces(value) } : undefined),
  year(value) {
    const range = numberRange(value.trim(), 1000, 9999);
    return range && { kind: 'year', ...range };
  },
  saved(value, now) {
    const period = periodOf(value.trim(), now);
    return period && { kind: 'saved', ...period };
  },
  status(value) {
    const status = STATUSES.find((name) => letters(name) === letters(value));
    return status && { kind: 'status', status };
  },
  has(value) {
    const what = HAVINGS.find((name) => name === letters(value).replace(/s$/, ''));
    return what && { kind: 'has', what };
  },
  upvotes(value) {
    const range = numberRange(value.trim(), 0, UPVOTES_LIMIT);
    return range && { kind: 'upvotes', ...range };
  },
};

/**
 * The filter `kind:value`; undefined if invalid. `saved:7d` counts back from `now` (ms since
 * epoch).
 */
export function readFilter(kind: Filter['kind'], value: string, now: number): Filter | undefined {
  return READERS[kind](value, now);
}

/** `To read`, `to-read` and `toread` are equal. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[\s_-]+/g, '');
}

const ASCENDING_BY_NATURE: ReadonlySet<SortKey> = new Set(['title', 'status']);

/** The default direction: latest, most or best first; A before Z. */
export function naturalSort(by: SortKey): Sort {
  return { by, descending: !ASCENDING_BY_NATURE.has(by) };
}

const SORT = /^(-?)([a-z]+?)(?:-(asc|desc))?$/;

/**
 * Parses `sort:value`: `title` in default order, `-title` reversed, `title-asc` and `title-desc`.
 * Some sorts have no reverse.
 */
export function readSort(value: string): Sort | undefined {
  const [, minus, name, way] = SORT.exec(value.trim().toLowerCase()) ?? [];
  const by = SORT_KEYS.find((key) => key === name);
  if (by === undefined || (minus !== '' && way !== undefined)) return undefined;
  const natural = naturalSort(by);
  const descending = way === undefined ? natural.descending !== (minus === '-') : way === 'desc';
  return ONE_WAY_SORTS.has(by) && !descending ? undefined : { by, descending };
}
