import { keyAbove } from './rename-tags';
import { tagKey } from './tag';

export interface TagNode {
  /** Whole: `a/b`. */
  tag: string;
  /** Last level: `b`. */
  name: string;
  /** Papers with it or one below. */
  count: number;
  children: TagNode[];
}

/**
 * Trees of tags split at `/`, in the given order.
 * @param tags with parent levels, unique ignoring case
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
