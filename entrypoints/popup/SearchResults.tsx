import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import { EmptyState } from '@/components/feedback/EmptyState';
import type { PaperActions } from '@/components/paper/PaperDetail';
import { PaperList } from './PaperList';
import { useRowMarks } from '@/lib/pages/search/use-row-marks';
import type { Search } from '@/lib/pages/search/use-search';
import { useRowsOf } from './use-rows-of';

const NONE: readonly never[] = [];

interface Props {
  search: Search;
  actions: PaperActions;
}

export function SearchResults({ search, actions }: Props) {
  const { found, answered, query } = search;
  const ids = found?.ids ?? NONE;
  const { rows, showMore } = useRowsOf(ids, query.text);
  const marks = useRowMarks(found?.marks ?? NONE);
  const left = found?.left ?? 0;
  const none = ids.length === 0;
  return (
    <>
      <p class="found" role="status">
        {found === undefined
          ? i18n.t('search.searching')
          : i18n.t('search.found', ids.length, [fullCount(ids.length)])}{' '}
        {left > 0 && i18n.t('library.indexing', left, [fullCount(left)])}
      </p>
      {none && answered && (
        <EmptyState title={i18n.t('search.empty')}>{i18n.t('search.emptyHint')}</EmptyState>
      )}
      {!none && rows && (
        <PaperList
          rows={rows}
          marks={marks}
          onNearEnd={showMore}
          onSave={actions.save}
          onRemove={actions.remove}
        />
      )}
    </>
  );
}
