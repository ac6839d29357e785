import { localDayOf } from '@/lib/shared/local-day';
import type { Filter, Sort } from './query';
import { naturalSort } from './read-filter';

/** The `key:value` that parses to this filter. */
export function printFilter(filter: Filter): string {
  return printTerm(filter.kind, printValue(filter));
}

/** `key:value`, quoted if necessary. */
export function printTerm(key: string, value: string): string {
  return `${key}:${/^[^\s()"“”„]+$/.test(value) ? value : inQuotes(value)}`;
}

/** `sort:title`, or reversed `sort:-title`. */
export function printSort({ by, descending }: Sort): string {
  return `sort:${naturalSort(by).descending === descending ? '' : '-'}${by}`;
}

/** `text` quoted and escaped. */
export function inQuotes(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function printValue(filter: Filter): string {
  switch (filter.kind) {
    case 'tag':
      return filter.tag;
    case 'author':
    case 'org':
      return filter.name;
    case 'status':
      return filter.status;
    case 'has':
      return filter.what;
    case 'year':
    case 'upvotes':
      return printRange(filter.from, filter.to);
    case 'saved':
      return printDays(filter.from, filter.before);
  }
}

function printRange(from: number | undefined, to: number | undefined): string {
  return from === to ? String(from) : `${from ?? ''}..${to ?? ''}`;
}

function printDays(from: number | undefined, before: number | undefined): string {
  if (from === undefined) return before === undefined ? '' : `<${localDayOf(before)}`;
  const first = localDayOf(from);
  if (before === undefined) return `>=${first}`;
  const last = localDayOf(before - 1);
  return first === last ? first : `${first}..${last}`;
}
