import { foldSpaces } from '@/lib/shared/text';

/** Longest tag kept, in UTF-16 units. */
export const TAG_LENGTH_LIMIT = 100;

/**
 * A tag as it is kept: white space folded, empty levels of `a/b` dropped, cut at the limit.
 * Empty when nothing is left. Case is kept; `sameTag` ignores it.
 */
export function cleanTag(text: string): string {
  return foldSpaces(text)
    .split('/')
    .map((level) => level.trim())
    .filter((level) => level !== '')
    .join('/')
    .slice(0, TAG_LENGTH_LIMIT)
    .trim();
}

/** What tags that are the same but for case have in common; the same in every language. */
export function tagKey(tag: string): string {
  return tag.toLowerCase();
}

/** Whether two tags are the same but for case. */
export function sameTag(a: string, b: string): boolean {
  return tagKey(a) === tagKey(b);
}

/** Whether two lists have the same tags, letter by letter and in the same order. */
export function hasSameTags(one: readonly string[], other: readonly string[]): boolean {
  return one.join('\n') === other.join('\n');
}

/** `tags` with `tag` at the end, unless it is there already or empty. */
export function withTag(tags: readonly string[], tag: string): string[] {
  const clean = cleanTag(tag);
  return clean === '' || tags.some((known) => sameTag(known, clean)) ? [...tags] : [...tags, clean];
}

/** `tags` without `tag`. */
export function withoutTag(tags: readonly string[], tag: string): string[] {
  return tags.filter((known) => !sameTag(known, tag));
}
