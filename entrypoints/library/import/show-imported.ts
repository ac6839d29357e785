import type { ImportOutcome } from '@/lib/library/import/import-papers';
import { dayOf } from '@/lib/shared/day';
import { querySearch, viewHash } from '../route';

/** A query that finds what was imported: all that was saved on its days. */
export function importedQuery({ savedBetween }: Pick<ImportOutcome, 'savedBetween'>): string {
  if (savedBetween === undefined) return '';
  const [first, last] = [dayOf(savedBetween[0]), dayOf(savedBetween[1])];
  return first === last ? `saved:${first}` : `saved:${first}..${last}`;
}

/** Goes to the list of papers with a query, without leaving the page, which holds the Undo. */
export function showQuery(query: string): void {
  history.pushState(null, '', `${location.pathname}${querySearch(query)}${viewHash('papers')}`);
  // As the browser tells of a step back, which whoever follows the address hears of.
  dispatchEvent(new PopStateEvent('popstate'));
  dispatchEvent(new HashChangeEvent('hashchange'));
}
