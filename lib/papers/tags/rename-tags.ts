import { tagKey, withTag } from './tag';

/**
 * Finds the nearest of `tags` that a tag equals or is below (`a/b` is below `a`), ignoring case.
 */
export function tagAncestorFinder(tags: readonly string[]): (tag: string) => string | undefined {
  const known = new Map(tags.map((tag) => [tagKey(tag), tag]));
  return (tag) => {
    for (let key = tagKey(tag); key !== ''; key = keyAbove(key)) {
      const found = known.get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/**
 * Renames `from` and tags below to `to`, merging duplicates. If a tag moves below itself (`a` to
 * `a/b`), those at or below `to` stay.
 */
export function tagRenamer(
  from: readonly string[],
  to: string,
): (tags: readonly string[]) => string[] {
  const tagAbove = tagAncestorFinder(from);
  const isAtTarget = tagAncestorFinder([to]);
  const renamed = (tag: string): string => {
    const above = tagAbove(tag);
    if (above === undefined) return tag;
    const movesBelowItself = tagKey(to).startsWith(`${tagKey(above)}/`);
    if (movesBelowItself && isAtTarget(tag) !== undefined) return tag;
    return `${to}${levelsBelow(tag, above)}`;
  };
  return (tags) => tags.reduce<string[]>((kept, tag) => withTag(kept, renamed(tag)), []);
}

/** Parent level: `a` of `a/b`, empty for `a`. */
export function keyAbove(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf('/')));
}

/**
 * The part of `tag` below `above`: `/b` of `a/b` and `A`. By levels, since case changes lengths.
 */
export function levelsBelow(tag: string, above: string): string {
  const below = tag.split('/').slice(above.split('/').length);
  return below.map((level) => `/${level}`).join('');
}
