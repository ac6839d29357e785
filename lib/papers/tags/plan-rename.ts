import { tagAncestorFinder, keyAbove, levelsBelow } from './rename-tags';
import { cleanTag, TAG_LENGTH_LIMIT, tagKey } from './tag';
import { countPapers, type TagUse, type TagUses } from './tag-uses';

/** What it would mean to give tags another name, or one name together. */
export interface RenamePlan {
  /** The name as it will be written: levels that are in use already are written as they are. */
  to: string;
  /** Papers that have one of the tags, or one below it. */
  papers: number;
  /** How many tags lie below them and move along. */
  below: number;
  /** Another tag that has the name already, and becomes one with them. */
  mergesWith: TagUse | undefined;
  /** Whether a tag below them would be longer than is kept. */
  tooLong: boolean;
}

/**
 * Tells what renaming the tags `from` to what was typed would do.
 * @returns undefined when no name was typed, or the tag has it already
 */
export function planRename(
  uses: TagUses,
  from: readonly string[],
  typed: string,
): RenamePlan | undefined {
  const own = new Set(from.map(tagKey));
  const to = writtenAsKnown(cleanTag(typed), uses, own);
  const isOwn = own.has(tagKey(to));
  if (to === '' || (isOwn && from.length === 1 && isNamedSo(to, uses))) return undefined;
  const tagAbove = tagAncestorFinder(from);
  const below = [...uses].flatMap(([key, { tag }]) => {
    const above = tagAbove(tag);
    return above === undefined || own.has(key) ? [] : [levelsBelow(tag, above).length];
  });
  return {
    to,
    papers: countPapers(uses, from),
    below: below.length,
    mergesWith: isOwn ? undefined : uses.get(tagKey(to)),
    tooLong: Math.max(0, ...below) + to.length > TAG_LENGTH_LIMIT,
  };
}

/** Whether this is a tag, and written so wherever it is used. */
function isNamedSo(tag: string, uses: TagUses): boolean {
  const use = uses.get(tagKey(tag));
  return use?.tag === tag && use.variants.length === 0;
}

/** `tag` with the levels that are in use as they are written there, but for the tags renamed. */
function writtenAsKnown(tag: string, uses: TagUses, renamed: ReadonlySet<string>): string {
  if (tag === '') return '';
  const key = tagKey(tag);
  const known = renamed.has(key) ? undefined : uses.get(key);
  if (known !== undefined) return known.tag;
  const above = writtenAsKnown(keyAbove(tag), uses, renamed);
  return above === '' ? tag : `${above}${levelsBelow(tag, above)}`;
}
