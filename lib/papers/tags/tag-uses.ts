import { keyAbove } from './rename-tags';
import { tagKey } from './tag';

/** A tag, or a level above one (`a` for `a/b`), with the papers that have it or one below it. */
export interface TagUse {
  /** As it is written most often. */
  tag: string;
  /** Its last level as it is written too, in another case; the more frequent first. */
  variants: readonly string[];
  /** The papers, by their places in the list that was given; ascending. */
  papers: readonly number[];
}

/** The tags in use by what tells them apart (`tagKey`); a level stands before those below it. */
export type TagUses = ReadonlyMap<string, TagUse>;

interface Level {
  key: string;
  papers: number[];
  /** How often its last level is written in which way. */
  spellings: Map<string, number>;
}

/** What the papers' lists of tags hold. @param tagLists one list for each paper */
export function tagUses(tagLists: readonly (readonly string[])[]): TagUses {
  const levels = new Map<string, Level>();
  /** The levels of each tag as it was written, with their names, so that it is split once. */
  const paths = new Map<string, { level: Level; name: string }[]>();
  for (const [paper, tags] of tagLists.entries()) {
    for (const tag of tags) {
      const path = paths.get(tag) ?? pathOf(tag, levels);
      paths.set(tag, path);
      for (const { level, name } of path) {
        // Papers come in their order, so one that was counted is the last.
        if (level.papers.at(-1) !== paper) level.papers.push(paper);
        level.spellings.set(name, (level.spellings.get(name) ?? 0) + 1);
      }
    }
  }
  return namedUses(levels);
}

/** How many papers have one of these tags, or one below it. */
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
