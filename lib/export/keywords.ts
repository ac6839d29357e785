import { foldSpaces } from '@/lib/shared/text';
import type { Entry } from '@/lib/papers/entry';

/** Identifies Papershelf's records: in others, `read` may be an ordinary tag. */
export const SOURCE = 'Papershelf';

/**
 * An entry's tags, then its status. Commas and semicolons, at which importers split, become spaces:
 * no escape is supported.
 */
export function keywordsOf(entry: Entry): string[] {
  const tags = entry.tags.map((tag) => foldSpaces(tag.replace(/[,;]/g, ' ')));
  const others = tags.filter((tag) => tag !== '' && tag !== entry.status);
  return [...new Set(others), entry.status];
}
