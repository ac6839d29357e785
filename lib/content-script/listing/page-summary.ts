import { isSaved } from '@/lib/papers/entry';
import type { SiteListing } from '@/lib/sites/site-reader';
import type { ListingRecord } from './listing-record';
import type { PageSummary, ShownCard } from './listing-views';

type Counts = Omit<PageSummary, 'filter' | 'asked' | 'selecting'>;

export function countCards(
  { reading, cards }: SiteListing,
  shown: readonly ShownCard[],
  { isComplete, lastVisitAt, siteChange, failure }: ListingRecord,
): Counts {
  const count = (matches: (card: ShownCard) => boolean) => shown.filter(matches).length;
  return {
    cardsFound: reading.cardsFound,
    cardsRead: cards.length,
    newCards: isComplete ? count(({ isNew }) => isNew) : undefined,
    lastVisitAt: isComplete ? lastVisitAt : undefined,
    saved: count(({ saved }) => saved),
    read: count(({ state }) => isSaved(state.entry) && state.entry.status === 'read'),
    hidden: count(({ filterEffect }) => filterEffect === 'hide'),
    dimmed: count(({ filterEffect }) => filterEffect === 'dim'),
    siteChange,
    failure,
  };
}
