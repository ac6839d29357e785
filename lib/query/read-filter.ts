import { STATUSES } from '@/lib/papers/entry';
import { cleanTag } from '@/lib/papers/tags/tag';
import { foldSpaces } from '@/lib/shared/text';
import { periodOf } from './periods';
import { HAVINGS, ONE_WAY_SORTS, SORT_KEYS } from './query';
import type { Filter, Sort, SortKey } from './query';
import { numberRange } from './ranges';
import { hasWord } from './tokens';

const UPVOTES_LIMIT = 999_999_999;

/**
 * The filter `kind:value`; undefined if the value is invalid. `saved:7d` counts back from `now` (ms
 * since epoch).
 */
export function readFilter(kind: Filter['kind'], value: string, now: number): Filter | undefined {
  switch (kind) {
    case 'tag': {
      const tag = cleanTag(value);
      return tag === '' ? undefined : { kind, tag };
    }
    case 'author':
    case 'org':
      return hasWord(value) ? { kind, name: foldSpaces(value) } : undefined;
    case 'year':
    case 'upvotes': {
      const [least, most] = kind === 'year' ? [1000, 9999] : [0, UPVOTES_LIMIT];
      const range = numberRange(value.trim(), least, most);
      return range && { kind, ...range };
    }
    case 'saved': {
      const period = periodOf(value.trim(), now);
      return period && { kind, ...period };
    }
    case 'status': {
      const status = STATUSES.find((name) => letters(name) === letters(value));
      return status && { kind, status };
    }
    case 'has': {
      const what = HAVINGS.find((name) => name === letters(value));
      return what && { kind, what };
    }
  }
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
 * Parses `sort:value`: `title` is the default direction, `-title` its reverse, `title-asc` and
 * `title-desc` explicit. Some sorts have no reverse.
 */
export function readSort(value: string): Sort | undefined {
  const [, minus, name, way] = SORT.exec(value.trim().toLowerCase()) ?? [];
  const by = SORT_KEYS.find((key) => key === name);
  if (by === undefined || (minus !== '' && way !== undefined)) return undefined;
  const natural = naturalSort(by);
  const descending = way === undefined ? natural.descending !== (minus === '-') : way === 'desc';
  return ONE_WAY_SORTS.has(by) && !descending ? undefined : { by, descending };
}
