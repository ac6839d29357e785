import { foldSpaces } from '@/lib/shared/text';
import type { Entry } from '@/lib/papers/entry';

/**
 * What our exports name as the source of a record, so that it is told from one of another program
 * whose reader has a tag `read`.
 */
export const SOURCE = 'Papershelf';

/**
 * The tags of an entry and, last, its status, for formats whose readers split keywords at commas
 * and semicolons: these become spaces within a tag, for no escape for them is known to any reader.
 */
export function keywordsOf(entry: Entry): string[] {
  const tags = entry.tags.map((tag) => foldSpaces(tag.replace(/[,;]/g, ' ')));
  const others = tags.filter((tag) => tag !== '' && tag !== entry.status);
  return [...new Set(others), entry.status];
}
