import type { Paper } from './paper';

// UTF-16 units: above any real title, yet displayed without a pause.
const TITLE = 2000;
/** UTF-16 units. */
export const ABSTRACT = 100_000;
/** The largest collaborations have about 15,000 authors. */
export const NAMES = 20_000;
/** Names, addresses and keys, UTF-16 units. */
export const WORDS = 2000;
/** Tags of an entry. */
export const TAGS = 10_000;
/** A note, UTF-16 units. */
export const NOTE = 5_000_000;
/** Cards of one listing; in fact about a hundred. */
export const CARDS = 5000;

/** Fields longer than `WORDS`, in UTF-16 units or items. */
const LONGER: { [Field in keyof Paper]?: number } = {
  title: TITLE,
  abstract: ABSTRACT,
  aiSummary: ABSTRACT,
  authors: NAMES,
};
/** Items of other lists. */
const ITEMS = 1000;

/** Cuts overlong facts; the same object if unchanged. */
export function cutFacts<P extends Paper>(paper: P): P {
  const cut = Object.entries(paper).map(([field, value]) => {
    const most = LONGER[field as keyof Paper];
    return [field, cutValue(value, most)] as const;
  });
  return cut.every(([field, value]) => value === Reflect.get(paper, field))
    ? paper
    : { ...paper, ...Object.fromEntries(cut) };
}

function cutValue(value: unknown, most: number | undefined): unknown {
  if (typeof value === 'string') return cutText(value, most ?? WORDS);
  if (Array.isArray(value)) return cutNames(value, most ?? ITEMS);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, cutValue(part, undefined)]);
  return parts.every(([key, part]) => part === Reflect.get(value, key as string))
    ? value
    : Object.fromEntries(parts);
}

/** `text` up to `length` UTF-16 units. */
export function cutText(text: string, length: number): string {
  return text.length > length ? text.slice(0, length) : text;
}

/** Cuts a list and its names; the same array if unchanged. */
export function cutNames(names: string[], count: number): string[] {
  if (names.length <= count && names.every((name) => name.length <= WORDS)) return names;
  return names.slice(0, count).map((name) => cutText(name, WORDS));
}
