import { fold } from './fold';
import { sameTag } from './tag';

/**
 * The tags to offer for what was typed, at most `limit`: those that begin with it, then those with
 * a level or word that does, then those that hold it; the ones already `taken` left out. All tags,
 * in the order given, while nothing is typed.
 */
export function matchTags(
  tags: readonly string[],
  typed: string,
  taken: readonly string[],
  limit: number,
): string[] {
  const text = fold(typed.trim());
  const ranked: [string[], string[], string[]] = [[], [], []];
  for (const tag of tags) {
    if (taken.some((known) => sameTag(known, tag))) continue;
    const at = fold(tag).indexOf(text);
    if (at < 0) continue;
    const before = fold(tag)[at - 1];
    ranked[at === 0 ? 0 : before === '/' || before === ' ' ? 1 : 2].push(tag);
    if (ranked[0].length >= limit) break;
  }
  return ranked.flat().slice(0, limit);
}
