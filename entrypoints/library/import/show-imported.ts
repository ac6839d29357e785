import type { ImportOutcome } from '@/lib/library/import/import-papers';
import type { PaperId } from '@/lib/papers/paper-id';
import { querySearch, viewHash } from '../route';
import { keepImported } from './imported-papers';

/** The papers whose facts or entries an import wrote. */
export function importedIds({ changes }: Pick<ImportOutcome, 'changes'>): PaperId[] {
  return changes
    .filter(({ paper, newEntry, merged }) => paper ?? newEntry ?? merged)
    .map(({ paperId }) => paperId);
}

/** Lists these papers alone, without a page load, which would lose the Undo data. */
export function showPapers(ids: readonly PaperId[]): void {
  const search = querySearch('', keepImported(ids));
  history.pushState(null, '', `${location.pathname}${search}${viewHash('papers')}`);
  // pushState fires no events: dispatch those of a Back step.
  dispatchEvent(new PopStateEvent('popstate'));
  dispatchEvent(new HashChangeEvent('hashchange'));
}
