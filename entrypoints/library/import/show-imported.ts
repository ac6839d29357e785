import type { ImportOutcome } from '@/lib/library/import/import-papers';
import { dayOf } from '@/lib/shared/day';
import { querySearch, viewHash } from '../route';

/** Returns a query for everything saved on the imported papers' days. */
export function importedQuery({ savedBetween }: Pick<ImportOutcome, 'savedBetween'>): string {
  if (savedBetween === undefined) return '';
  const [first, last] = [dayOf(savedBetween[0]), dayOf(savedBetween[1])];
  return first === last ? `saved:${first}` : `saved:${first}..${last}`;
}

/** Shows a query's papers without a page load, which would lose the Undo data. */
export function showQuery(query: string): void {
  history.pushState(null, '', `${location.pathname}${querySearch(query)}${viewHash('papers')}`);
  // pushState fires no events: dispatch those of a Back step.
  dispatchEvent(new PopStateEvent('popstate'));
  dispatchEvent(new HashChangeEvent('hashchange'));
}
