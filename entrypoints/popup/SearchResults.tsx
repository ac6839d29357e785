import { i18n } from '#i18n';
import { EmptyState } from '@/components/EmptyState';
import type { PaperActions } from '@/components/PaperDetail';
import { PaperList } from '@/components/PaperList';
import { fullCount } from '@/components/paper-words';
import type { LibraryContext } from '@/lib/library/context';
import type { Search } from '@/lib/extension-pages/use-search';
import { useRowsOf } from './use-newest';

interface Props {
  library: LibraryContext;
  search: Search;
  actions: PaperActions;
}

/** What the search found in the library, as it is found. */
export function SearchResults({ library, search, actions }: Props) {
  const { ids, underWay, query } = search;
  const { rows, showMore } = useRowsOf(library, ids, query);
  const none = ids.length === 0;
  return (
    <>
      <p class="found" role="status">
        {none && underWay
          ? i18n.t('search.searching')
          : i18n.t('search.found', ids.length, [fullCount(ids.length)])}
      </p>
      {none && !underWay && (
        <EmptyState title={i18n.t('popup.searchEmpty')}>
          {i18n.t('popup.searchEmptyHint')}
        </EmptyState>
      )}
      {!none && rows && (
        <PaperList
          rows={rows}
          onNearEnd={showMore}
          onSave={actions.save}
          onRemove={actions.remove}
        />
      )}
    </>
  );
}
