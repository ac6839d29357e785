import { keyAbove } from './rename-tags';
import { tagKey } from './tag';

/** A tag or parent level (`a` of `a/b`); its papers include those with one below. */
export interface TagUse {
  /** The most frequent spelling. */
  tag: string;
  /** Other cases of the last level, most frequent first. */
  variants: readonly string[];
  /** Ascending indexes in the given list. */
  papers: readonly number[];
}

/** Tags by `tagKey`; parents precede children. */
export type TagUses = ReadonlyMap<string, TagUse>;

interface Level {
  key: string;
  papers: number[];
  /** Uses of each spelling. */
  spellings: Map<string, number>;
}

/** Collects the tags in use. @param tagLists one list per paper */
export function tagUses(tagLists: readonly (readonly string[])[]): TagUses {
  const levels = new Map<string, Level>();
  /** Caches, to split each tag once. */
  const paths = new Map<string, { level: Level; name: string }[]>();
  for (const [paper, tags] of tagLists.entries()) {
    for (const tag of tags) {
      const path = paths.get(tag) ?? pathOf(tag, levels);
      paths.set(tag, path);
      for (const { level, name } of path) {
        // Papers come in order: a counted one is last.
        if (level.papers.at(-1) !== paper) level.papers.push(paper);
        level.spellings.set(name, (level.spellings.get(name) ?? 0) + 1);
      }
    }
  }
  return namedUses(levels);
}

/** Number of papers with these tags or one below. */
export function countPapers(uses: TagUses, tags: readonly string[]): number {
  return new Set(tags.flatMap((tag) => uses.get(tagKey(tag))?.papers ?? [])).size;
}

function pathOf(tag: string, levels: Map<string, Level>): { level: Level; name: string }[] {
  const names = tag.split('/');
  return names.map((name, index) => {
    const key = tagKey(names.slice(0, index + 1).join('/'));
    const level = levels.get(key) ?? { key, papers: [], spellings: new Map<string, number>() };
    levels.set(key, level);
    return { level, name };
  });
}

function namedUses(levels: ReadonlyMap<string, Level>): TagUses {
  const uses = new Map<string, TagUse>();
  for (const { key, papers, spellings } of levels.values()) {
    const [name = '', ...variants] = [...spellings]
      .sort(([a, often], [b, oftener]) => oftener - often || a.localeCompare(b))
      .map(([spelling]) => spelling);
    const above = uses.get(keyAbove(key));
    uses.set(key, { tag: above === undefined ? name : `${above.tag}/${name}`, variants, papers });
  }
  return uses;
}
