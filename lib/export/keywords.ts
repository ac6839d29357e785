import { foldSpaces } from '@/lib/shared/text';
import type { Entry } from '@/lib/papers/entry';

/** Identifies exported records: in other programs' records, `read` may be an ordinary tag. */
export const SOURCE = 'Papershelf';

/**
 * An entry's tags, then its status. Commas and semicolons in tags become spaces: importers split
 * there, and none supports an escape.
 */
export function keywordsOf(entry: Entry): string[] {
  const tags = entry.tags.map((tag) => foldSpaces(tag.replace(/[,;]/g, ' ')));
  const others = tags.filter((tag) => tag !== '' && tag !== entry.status);
  return [...new Set(others), entry.status];
}
