import { useMemo } from 'preact/hooks';
import type { LibraryContext } from '../library/context';
import { suggestValues } from '../library/suggest-values';
import { offersFrom, type OffersAt } from '../query/offers';

/** What a search field offers while a query is typed. */
export function useQuerySuggestions(library: LibraryContext): OffersAt {
  return useMemo(() => offersFrom((kind, typed) => suggestValues(library, kind, typed)), [library]);
}
