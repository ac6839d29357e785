import { withCodedErrors } from '../db/coded-errors';
import { matchTags } from '../papers/match-tags';
import type { LibraryContext } from './context';
import { allTags } from './queries';

const OFFERED = 8;

/** The library's tags to offer for what was typed, the best first, without those `taken`. */
export async function offerTags(
  { db }: LibraryContext,
  typed: string,
  taken: readonly string[],
): Promise<string[]> {
  return matchTags(await withCodedErrors(() => allTags(db)), typed, taken, OFFERED);
}
