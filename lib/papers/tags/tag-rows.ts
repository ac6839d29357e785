import { fold } from '@/lib/shared/fold';
import { tagKey } from './tag';
import { tagForest, type TagNode } from './tag-forest';
import type { TagUses } from './tag-uses';

export interface TagRow {
  /** `tagKey`, unique. */
  key: string;
  /** Whole: `a/b`. */
  tag: string;
  /** Last level: `b`. */
  name: string;
  /** Number of levels above. */
  level: number;
  /** Papers with it or one below. */
  count: number;
  /** Other cases of `name`. */
  variants: readonly string[];
}

export type TagOrder = 'name' | 'count';

const byName = new Intl.Collator(undefined, { numeric: true });

/** Tags in order, each followed by those below it. */
export function tagRows(uses: TagUses, order: TagOrder): TagRow[] {
  const counted = [...uses.values()].map(({ tag, papers }) => {
    return { value: tag, count: papers.length };
  });
  counted.sort((a, b) => byName.compare(a.value, b.value));
  if (order === 'count') counted.sort((a, b) => b.count - a.count);
  const rows: TagRow[] = [];
  const add = (nodes: readonly TagNode[], level: number): void => {
    for (const { tag, name, count, children } of nodes) {
      const key = tagKey(tag);
      rows.push({ key, tag, name, level, count, variants: uses.get(key)?.variants ?? [] });
      add(children, level + 1);
    }
  };
  add(tagForest(counted), 0);
  return rows;
}

/** Rows whose tag contains the text, ignoring case and accents, and their parents. */
export function filterTagRows(rows: readonly TagRow[], text: string): readonly TagRow[] {
  const sought = fold(text.trim());
  if (sought === '') return rows;
  const kept: TagRow[] = [];
  /** Level of the last kept row: keep its parents. */
  let needed = 0;
  for (const row of rows.toReversed()) {
    if (row.level >= needed && !fold(row.tag).includes(sought)) continue;
    kept.push(row);
    needed = row.level;
  }
  return kept.reverse();
}
