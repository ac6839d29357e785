import { keyAbove } from './rename-tags';
import { tagKey } from './tag';

/** A tag with those below it. */
export interface TagNode {
  /** The whole tag: `a/b`. */
  tag: string;
  /** Its last level: `b`. */
  name: string;
  /** Papers with it or one below it. */
  count: number;
  children: TagNode[];
}

/**
 * The tags as trees on `/`, in the order given.
 * @param tags each tag and each level above, with its count; case aside, none twice
 */
export function tagForest(tags: readonly { value: string; count: number }[]): TagNode[] {
  const nodes = new Map<string, TagNode>();
  for (const { value, count } of tags) {
    const name = value.slice(value.lastIndexOf('/') + 1);
    nodes.set(tagKey(value), { tag: value, name, count, children: [] });
  }
  const roots: TagNode[] = [];
  for (const [key, node] of nodes) {
    const parent = nodes.get(keyAbove(key));
    (parent?.children ?? roots).push(node);
  }
  return roots;
}
