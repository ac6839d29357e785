import type { ImportOutcome } from '@/lib/library/import/import-papers';
import type { PaperId } from '@/lib/papers/paper-id';
import { querySearch, viewHash } from '../route';
import { keepImported } from './imported-papers';

/** Papers whose facts or entries an import wrote. */
export function importedIds({ changes }: Pick<ImportOutcome, 'changes'>): PaperId[] {
  return changes
    .filter(({ paper, newEntry, merged }) => paper ?? newEntry ?? merged)
    .map(({ paperId }) => paperId);
}

/** Lists only these papers. A page load would lose the Undo data. */
export function showPapers(ids: readonly PaperId[]): void {
  const search = querySearch('', keepImported(ids));
  history.pushState(null, '', `${location.pathname}${search}${viewHash('papers')}`);
  // pushState fires no events: dispatch a Back step's.
  dispatchEvent(new PopStateEvent('popstate'));
  dispatchEvent(new HashChangeEvent('hashchange'));
}
