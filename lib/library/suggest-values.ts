import { withFailures } from '@/lib/db/to-failure';
import { matchNames } from '@/lib/papers/match-names';
import type { SuggestedKind } from '@/lib/query/keys';
import type { SuggestedValue } from '@/lib/query/offers';
import { authorsStartingWith } from '@/lib/search/find/authors';
import { organizations, tagCounts } from '@/lib/search/find/tag-counts';
import type { LibraryContext } from './context';

const SUGGESTED = 8;
/** Of the first arXiv papers. */
const FIRST_YEAR = 1991;

/** At most 8 filter values of the library, best first. */
export async function suggestValues(
  { db, now }: LibraryContext,
  kind: SuggestedKind,
  typed: string,
): Promise<SuggestedValue[]> {
  switch (kind) {
    case 'tag':
      return counted(await withFailures(() => tagCounts(db)), typed);
    case 'org':
      return counted(await withFailures(() => organizations(db)), typed);
    case 'author': {
      const names = await withFailures(() => authorsStartingWith(db, typed, SUGGESTED));
      return names.map((value) => ({ value }));
    }
    case 'year':
      return yearsUntil(new Date(now()).getUTCFullYear())
        .filter((year) => year.startsWith(typed))
        .slice(0, SUGGESTED)
        .map((value) => ({ value }));
  }
}

/** At most 8 tags of the library, best first, without those `taken`. */
export async function suggestTags(
  { db }: LibraryContext,
  typed: string,
  taken: readonly string[],
): Promise<string[]> {
  return best(await withFailures(() => tagCounts(db)), typed, taken);
}

function counted(counts: ReadonlyMap<string, number>, typed: string): SuggestedValue[] {
  return best(counts, typed, []).map((value) => ({ value, count: counts.get(value) ?? 0 }));
}

/** Among equal matches the most used first. */
function best(
  counts: ReadonlyMap<string, number>,
  typed: string,
  taken: readonly string[],
): string[] {
  const names = [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
  return matchNames(names, typed, taken, SUGGESTED);
}

function yearsUntil(last: number): string[] {
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, back) => String(last - back));
}
