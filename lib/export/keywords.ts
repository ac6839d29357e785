import { foldSpaces } from '../papers/text';
import type { Entry } from '../papers/entry';

/**
 * The tags of an entry and, last, its status, for formats whose readers split keywords at commas
 * and semicolons: these become spaces within a tag, for no escape for them is known to any reader.
 */
export function keywordsOf(entry: Entry): string[] {
  const tags = entry.tags.map((tag) => foldSpaces(tag.replace(/[,;]/g, ' ')));
  return [...new Set([...tags.filter((tag) => tag !== ''), entry.status])];
}
