import { i18n } from '#i18n';
import { EmptyState } from '@/components/feedback/EmptyState';
import { ListBar } from './ListBar';
import { ListingLinks } from '@/lib/pages/ListingLinks';
import { VirtualPaperList } from './VirtualPaperList';
import { searchWhenIndexed } from '@/lib/pages/search/search-when-indexed';
import type { Exporting } from '@/lib/pages/actions/use-export';
import { usePage } from '@/lib/pages/page-context';
import { useRowMarks } from '@/lib/pages/search/use-row-marks';
import type { Search } from '@/lib/pages/search/use-search';
import type { PaperId } from '@/lib/papers/paper-id';
import { withSort } from '@/lib/query/edit-query';
import { isRanked } from '@/lib/query/is-ranked';
import { isWhole } from '@/lib/query/is-whole';
import { FoundExport } from './FoundExport';
import { useLocalStorageChoice } from '../use-local-storage-choice';
import { useRowsInView } from './use-rows-in-view';
import type { Selection } from '../use-selection';
import { useTitles } from './use-titles';

/** Row spacing. */
const DENSITIES = ['comfortable', 'compact'] as const;

interface Props {
  search: Search;
  text: string;
  onChoose(text: string): void;
  onShowAll(): void;
  shown: readonly PaperId[];
  /** `shown` is the full list. */
  complete: boolean;
  selection: Selection<PaperId>;
  /** Among `shown`. */
  selected: readonly PaperId[];
  open: PaperId | undefined;
  exporting: Exporting;
}

/** Papers found, or an empty state. */
export function FoundPapers(props: Props) {
  const { library, tasks } = usePage();
  const { search, text, onChoose, shown, complete } = props;
  const { selection, selected, open, exporting } = props;
  const { query, found } = search;
  const { rowOf, onRange } = useRowsInView(shown);
  const titles = useTitles(found !== undefined);
  const marks = useRowMarks(found?.marks ?? NONE);
  const [density, setDensity] = useLocalStorageChoice('density', DENSITIES, 'comfortable');

  /** All matches, once indexing has finished. */
  const allFound = async (): Promise<readonly PaperId[] | undefined> =>
    complete
      ? shown
      : tasks.run(i18n.t('bulk.indexing'), (work) => searchWhenIndexed(library, query, work));
  const selectAll = (): void => {
    void allFound().then((all) => all && selection.add(all));
  };

  const left = found?.left ?? 0;
  const searching = text.trim() !== '' || query.only !== undefined;
  const whole = isWhole(query);
  const ranked = isRanked(query.condition);
  const isNothing = search.answered && left === 0 && shown.length === 0;
  if (isNothing && whole) {
    return (
      <EmptyState title={i18n.t('library.empty')}>
        {i18n.t('library.emptyHint')} <ListingLinks />
      </EmptyState>
    );
  }
  return (
    <>
      <ListBar
        shown={search.answered ? shown.length : undefined}
        searching={searching}
        left={left}
        hidden={selection.size - selected.length}
        onClear={selection.clear}
        sort={query.sort ?? { by: ranked ? 'relevance' : 'saved', descending: true }}
        ranked={ranked}
        onSort={(sort) => onChoose(withSort(text, sort))}
        compact={density === 'compact'}
        onCompact={(compact) => setDensity(compact ? 'compact' : 'comfortable')}
        onSelectAll={selectAll}
        onShowAll={query.only && props.onShowAll}
        exportMenu={
          <FoundExport
            exporting={exporting}
            selected={selected}
            found={searching ? shown.length : undefined}
            whole={whole}
            allFound={allFound}
          />
        }
      />
      {isNothing && (
        <EmptyState title={i18n.t('search.empty')}>{i18n.t('search.emptyHint')}</EmptyState>
      )}
      {shown.length > 0 && (
        <VirtualPaperList
          key={text}
          ids={shown}
          rowOf={rowOf}
          titleOf={(id) => titles?.get(id)}
          onRange={onRange}
          open={open}
          isSelected={selection.has}
          onSelect={selection.select}
          marks={marks}
          density={density}
        />
      )}
    </>
  );
}

const NONE: readonly never[] = [];
