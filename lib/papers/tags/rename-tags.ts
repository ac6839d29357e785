import { tagKey, withTag } from './tag';

/**
 * Tells which of `tags` a tag is, or lies below (`a/b` below `a`), case aside: the nearest, or
 * undefined. For any number of tags.
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
 * Renames tags in a paper's list: each of `from`, and those below it, under the name `to`. Two that
 * become the same are one. What lies at or below `to` already stays where a tag moves below itself
 * (`a` to `a/b`).
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

/** The level above: `a` for `a/b`, none (empty) for `a`. */
export function keyAbove(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf('/')));
}

/**
 * What `tag` has below the level `above`: `/b` of `a/b` and `A`. Told by levels, since letters may
 * be longer in another case.
 */
export function levelsBelow(tag: string, above: string): string {
  const below = tag.split('/').slice(above.split('/').length);
  return below.map((level) => `/${level}`).join('');
}
