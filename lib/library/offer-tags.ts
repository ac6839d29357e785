import { withCodedErrors } from '../db/coded-errors';
import { matchTags } from '../papers/match-tags';
import { tagCounts } from '../search/tag-counts';
import type { LibraryContext } from './context';

const OFFERED = 8;

/** The library's tags to offer for what was typed, the best first, without those `taken`. */
export async function offerTags(
  { db }: LibraryContext,
  typed: string,
  taken: readonly string[],
): Promise<string[]> {
  const counts = await withCodedErrors(() => tagCounts(db));
  // Of those that fit alike, the most used first.
  const tags = [...counts].toSorted(([, a], [, b]) => b - a).map(([tag]) => tag);
  return matchTags(tags, typed, taken, OFFERED);
}
