import { tagAncestorFinder, keyAbove, levelsBelow } from './rename-tags';
import { cleanTag, TAG_LENGTH_LIMIT, tagKey } from './tag';
import { countPapers, type TagUse, type TagUses } from './tag-uses';

export interface RenamePlan {
  /** Final name; existing levels keep their spelling. */
  to: string;
  /** Papers with these tags or one below. */
  papers: number;
  /** Tags below, which move along. */
  below: number;
  /** Another tag of that name. */
  mergesWith: TagUse | undefined;
  /** A tag below would exceed `TAG_LENGTH_LIMIT`. */
  tooLong: boolean;
}

/** Previews a rename; undefined without a name or change. */
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

/** Whether this is the tag's only spelling. */
function isNamedSo(tag: string, uses: TagUses): boolean {
  const use = uses.get(tagKey(tag));
  return use?.tag === tag && use.variants.length === 0;
}

/** `tag` with the spelling of existing levels, except renamed tags. */
function writtenAsKnown(tag: string, uses: TagUses, renamed: ReadonlySet<string>): string {
  if (tag === '') return '';
  const key = tagKey(tag);
  const known = renamed.has(key) ? undefined : uses.get(key);
  if (known !== undefined) return known.tag;
  const above = writtenAsKnown(keyAbove(tag), uses, renamed);
  return above === '' ? tag : `${above}${levelsBelow(tag, above)}`;
}
