import { foldSpaces } from '@/lib/shared/text';

/** Maximum length, UTF-16 units. */
export const TAG_LENGTH_LIMIT = 100;

/**
 * Folds white space, drops empty levels of `a/b`, cuts at the limit. May be empty. Keeps case;
 * `sameTag` ignores it.
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

/** Case-insensitive key, equal in every locale. */
export function tagKey(tag: string): string {
  return tag.toLowerCase();
}

/** Compares tags, ignoring case. */
export function sameTag(a: string, b: string): boolean {
  return tagKey(a) === tagKey(b);
}

/** Compares lists, including case and order. */
export function hasSameTags(one: readonly string[], other: readonly string[]): boolean {
  return one.join('\n') === other.join('\n');
}

/** Appends `tag`, unless present or empty. */
export function withTag(tags: readonly string[], tag: string): string[] {
  const clean = cleanTag(tag);
  return clean === '' || tags.some((known) => sameTag(known, clean)) ? [...tags] : [...tags, clean];
}

/** Removes `tag`, ignoring case. */
export function withoutTag(tags: readonly string[], tag: string): string[] {
  return tags.filter((known) => !sameTag(known, tag));
}
