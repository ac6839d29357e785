import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { EmptyState } from '@/components/EmptyState';
import { ExportMenu } from '@/components/ExportMenu';
import { ListingLink } from '@/components/ListingLink';
import { Notices } from '@/components/Notices';
import { fullCount } from '@/components/paper-words';
import { SearchField } from '@/components/SearchField';
import { useOpenPaper } from '@/components/use-open-paper';
import { useReturnedFocus } from '@/components/use-returned-focus';
import { VirtualPaperList } from '@/components/VirtualPaperList';
import type { LibraryContext } from '@/lib/library/context';
import { countPapers, searchLibrary } from '@/lib/library/queries';
import { OpenPaper } from '@/lib/extension-pages/OpenPaper';
import { useOutdated } from '@/lib/extension-pages/page-library';
import { useExport } from '@/lib/extension-pages/use-export';
import { useLiveQuery } from '@/lib/extension-pages/use-live-query';
import { usePaperActions } from '@/lib/extension-pages/use-paper-actions';
import { useSearch } from '@/lib/extension-pages/use-search';
import { ListBar } from './ListBar';
import { useLibraryIds } from './use-library-ids';
import { useNarrow } from './use-narrow';
import { useRowsInView } from './use-rows-in-view';
import { useSelection } from './use-selection';

const NONE: readonly never[] = [];

/** The whole library: the list, and the open paper beside it (in place of it, when narrow). */
export function Library({ library }: { library: LibraryContext }) {
  const { ids, complete } = useLibraryIds(library);
  const [query, setQuery] = useState('');
  const search = useSearch(library, query);
  const shown = useMemo(() => {
    if (search === undefined || ids === undefined) return ids ?? NONE;
    // What was found may have been removed since.
    const saved = new Set(ids);
    return search.ids.filter((id) => saved.has(id));
  }, [ids, search]);
  const { rowOf, onRange } = useRowsInView(library, shown);
  const selection = useSelection(shown);
  const selected = useMemo(() => selection.of(ids ?? NONE), [selection, ids]);
  const open = useOpenPaper();
  const narrow = useNarrow();
  const { actions, undo, failure } = usePaperActions(library);
  const exporting = useExport(library);
  const outdated = useOutdated(library);
  const counts = useLiveQuery(() => countPapers(library.db), [library]);
  useReturnedFocus(open !== undefined && narrow);

  const notices = (
    <Notices
      undo={undo}
      failure={outdated ? { code: 'outdated-page' } : (failure ?? exporting.failure)}
      news={exporting.news}
    />
  );
  // Read anew, since what is shown may be the beginning only, of the library or of a search.
  const exported = async () => (selected.length > 0 ? selected : searchLibrary(library.db, query));
  const listCovered = narrow && open !== undefined;

  return (
    <div class={open ? 'library library-open' : 'library'}>
      <h1 class="ps-hidden">{i18n.t('library.title')}</h1>
      <main class="pane-list">
        <SearchField value={query} onChange={setQuery} />
        {ids !== undefined && ids.length > 0 && (
          <ListBar
            shown={complete || search ? shown.length : undefined}
            selected={selected.length}
            searching={search !== undefined}
            underWay={search?.underWay ?? false}
            onSelectAll={selection.selectAll}
            onClear={selection.clear}
            exportMenu={
              <ExportMenu
                choices={exporting.formats}
                scope={scopeWords(selected.length, search && shown.length)}
                opens="down"
                align="end"
                onExport={(format) => exporting.exportPapers(format, exported)}
              />
            }
          />
        )}
        {ids?.length === 0 && (
          <EmptyState title={i18n.t('library.empty')}>
            {i18n.t('library.emptyHint')} <ListingLink />
          </EmptyState>
        )}
        {search && ids?.length !== 0 && !search.underWay && shown.length === 0 && (
          <EmptyState title={i18n.t('popup.searchEmpty')}>
            {i18n.t('popup.searchEmptyHint')}
          </EmptyState>
        )}
        {shown.length > 0 && (
          <VirtualPaperList
            key={search?.query}
            ids={shown}
            rowOf={rowOf}
            onRange={onRange}
            open={open}
            isSelected={selection.has}
            onSelect={selection.select}
          />
        )}
        {!listCovered && notices}
        <footer class="library-foot">
          {counts && (
            <>
              <span>{i18n.t('library.known', counts.known, [fullCount(counts.known)])}</span>
              <span>{i18n.t('library.saved', [fullCount(counts.saved)])}</span>
            </>
          )}
        </footer>
      </main>
      <section class="pane-paper" aria-label={i18n.t('library.openPaper')}>
        {open === undefined ? (
          <EmptyState title={i18n.t('library.nothingOpen')}>
            {i18n.t('library.nothingOpenHint')} {i18n.t('library.keys')}
          </EmptyState>
        ) : (
          <OpenPaper
            key={open}
            library={library}
            paperId={open}
            actions={actions}
            takesFocus={narrow}
            onBack={() => (location.hash = '#/')}
            notices={listCovered ? notices : null}
            // Beside the list there is the list's own.
            exporting={narrow ? exporting : undefined}
          />
        )}
      </section>
    </div>
  );
}

/** What Export exports: the selected papers if any, else those found, else all. */
function scopeWords(selected: number, found: number | undefined): string {
  if (selected > 0) return i18n.t('export.selected', selected, [fullCount(selected)]);
  if (found !== undefined) return i18n.t('export.found', found, [fullCount(found)]);
  return i18n.t('export.library');
}
