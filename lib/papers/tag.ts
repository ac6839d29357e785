import { foldSpaces } from './text';

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

/** Whether two tags are the same but for case. */
export function sameTag(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase();
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

/** Whether `tag` is `parent` or lies below it (`a/b` below `a`), case aside. */
export function isTagOrBelow(tag: string, parent: string): boolean {
  return sameTag(tag, parent) || sameTag(tag.slice(0, parent.length + 1), `${parent}/`);
}

/** `tags` with `from`, and those below it, under the name `to`; two that become the same are one. */
export function withRenamedTag(tags: readonly string[], from: string, to: string): string[] {
  return tags.reduce<string[]>(
    (renamed, tag) =>
      withTag(renamed, isTagOrBelow(tag, from) ? `${to}${tag.slice(from.length)}` : tag),
    [],
  );
}

/** `tags` without `tag` and those below it. */
export function withoutTagTree(tags: readonly string[], tag: string): string[] {
  return tags.filter((each) => !isTagOrBelow(each, tag));
}
