import { withCodedErrors } from '../db/coded-errors';
import { matchTags } from '../papers/match-tags';
import type { SuggestedKind } from '../query/keys';
import type { SuggestedValue } from '../query/offers';
import { authorsStartingWith } from '../search/authors';
import { organizations, tagCounts } from '../search/tag-counts';
import type { LibraryContext } from './context';

const SUGGESTED = 8;
/** The year of the first papers on arXiv. */
const FIRST_YEAR = 1991;

/** The library's values of a filter for what was typed of one, the best first, at most 8. */
export async function suggestValues(
  { db, now }: LibraryContext,
  kind: SuggestedKind,
  typed: string,
): Promise<SuggestedValue[]> {
  switch (kind) {
    case 'tag':
      return best(await withCodedErrors(() => tagCounts(db)), typed);
    case 'org':
      return best(await withCodedErrors(() => organizations(db)), typed);
    case 'author': {
      const names = await withCodedErrors(() => authorsStartingWith(db, typed, SUGGESTED));
      return names.map((value) => ({ value }));
    }
    case 'year':
      return yearsUntil(new Date(now()).getUTCFullYear())
        .filter((year) => year.startsWith(typed))
        .slice(0, SUGGESTED)
        .map((value) => ({ value }));
  }
}

/** Those that fit what was typed; of those that fit alike, the most used first. */
function best(counts: ReadonlyMap<string, number>, typed: string): SuggestedValue[] {
  const values = [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value);
  return matchTags(values, typed, [], SUGGESTED).map((value) => ({
    value,
    count: counts.get(value) ?? 0,
  }));
}

function yearsUntil(last: number): string[] {
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, back) => String(last - back));
}
