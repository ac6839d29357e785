import { fold } from '@/lib/shared/fold';
import { sameTag } from './tags/tag';

/**
 * At most `limit` names for typed text, without `taken`: first prefix matches, then matches at the
 * start of a level or word, then any.
 */
export function matchNames(
  names: readonly string[],
  typed: string,
  taken: readonly string[],
  limit: number,
): string[] {
  const text = fold(typed.trim());
  const ranked: [string[], string[], string[]] = [[], [], []];
  for (const name of names) {
    if (taken.some((known) => sameTag(known, name))) continue;
    const at = fold(name).indexOf(text);
    if (at < 0) continue;
    const before = fold(name)[at - 1];
    ranked[at === 0 ? 0 : before === '/' || before === ' ' ? 1 : 2].push(name);
    if (ranked[0].length >= limit) break;
  }
  return ranked.flat().slice(0, limit);
}
