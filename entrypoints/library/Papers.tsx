import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { EmptyState } from '@/components/EmptyState';
import { ExportMenu } from '@/components/ExportMenu';
import { BulkBar } from '@/components/library/BulkBar';
import { KeysSheet } from '@/components/library/KeysSheet';
import { ListBar } from '@/components/library/ListBar';
import { ListingLink } from '@/components/ListingLink';
import { Notices } from '@/components/Notices';
import { paperHash } from '@/components/paper-address';
import { fullCount } from '@/components/paper-words';
import { QueryField } from '@/components/QueryField';
import { useOpenPaper } from '@/components/use-open-paper';
import { usePageKeys } from '@/components/use-page-keys';
import { useReturnedFocus } from '@/components/use-returned-focus';
import { VirtualPaperList } from '@/components/VirtualPaperList';
import type { FieldWanted } from '@/components/PaperDetail';
import { OpenPaper } from '@/lib/extension-pages/OpenPaper';
import { useOutdated } from '@/lib/extension-pages/page-library';
import { useBulk } from '@/lib/extension-pages/use-bulk';
import { useCounts } from '@/lib/extension-pages/use-counts';
import { useExport } from '@/lib/extension-pages/use-export';
import { usePaperActions } from '@/lib/extension-pages/use-paper-actions';
import { useQuerySuggestions } from '@/lib/extension-pages/use-query-suggestions';
import type { Search } from '@/lib/extension-pages/use-search';
import { useRowMarks } from '@/lib/extension-pages/use-row-marks';
import type { Undos } from '@/lib/extension-pages/use-undo';
import type { Works } from '@/lib/extension-pages/use-work';
import type { LibraryContext } from '@/lib/library/context';
import { paperRows } from '@/lib/library/queries';
import { nextStatus, type Status } from '@/lib/papers/entry';
import type { PaperId } from '@/lib/papers/paper-id';
import { isRanked } from '@/lib/query/is-ranked';
import { isWhole } from '@/lib/query/is-whole';
import { QUERY_HELP } from '@/lib/query/keys';
import { withSort } from '@/lib/query/edit-query';
import { searchWhenIndexed } from '@/lib/extension-pages/search-when-indexed';
import { Reminder } from './Reminder';
import { SelectionTags } from './SelectionTags';
import { SidebarButton } from './SidebarButton';
import { useDensity } from './use-density';
import { useNarrow } from './use-narrow';
import { useRowsInView } from './use-rows-in-view';
import { useSelection } from './use-selection';
import { useShownIds } from './use-shown-ids';
import { useTitles } from './use-titles';

const NONE: readonly never[] = [];

interface Props {
  library: LibraryContext;
  works: Works;
  undos: Undos;
  search: Search;
  /** The query's text. */
  text: string;
  onType(text: string): void;
  onChoose(text: string): void;
  sidebarOpen: boolean;
  onSidebar(open: boolean): void;
}

/** The papers that the query finds, and the open one beside them (in place of them, when narrow). */
export function Papers(props: Props) {
  const { library, works, undos, search, text, onType, onChoose, sidebarOpen, onSidebar } = props;
  const { query, found } = search;
  const { ids, complete } = useShownIds(library, search);
  const shown = ids ?? NONE;
  const { rowOf, onRange } = useRowsInView(library, shown);
  const titles = useTitles(library, found !== undefined);
  const marks = useRowMarks(found?.marks ?? NONE);
  const selection = useSelection(shown);
  const selected = useMemo(() => selection.of(shown), [selection, shown]);
  const open = useOpenPaper();
  const narrow = useNarrow();
  const { actions, failure } = usePaperActions(library, undos);
  const bulk = useBulk(library, works, undos);
  const exporting = useExport(library);
  const outdated = useOutdated(library);
  const counts = useCounts(library, found !== undefined);
  const suggest = useQuerySuggestions(library);
  const [density, setDensity] = useDensity();
  const [sheet, setSheet] = useState(false);
  const [tagging, setTagging] = useState(false);
  const [wanted, setWanted] = useState<FieldWanted>();
  const list = useRef<HTMLElement>(null);
  const detail = useRef<HTMLElement>(null);
  useReturnedFocus(open !== undefined && narrow);

  /** The title in the row that is a tab stop: where the focus was last, or would come to. */
  const currentTitle = () =>
    list.current?.querySelector<HTMLElement>('.row-title a[tabindex="0"]') ?? null;
  const paperAt = (element: Element | null): PaperId | undefined => {
    const row = element?.closest<HTMLElement>('.pane-list [data-index]');
    return row ? shown[Number(row.dataset['index'])] : undefined;
  };
  /** The paper that a key acts on: of the row that has the focus, else the open one. */
  const target = (): PaperId | undefined => paperAt(document.activeElement) ?? open;
  const targets = (): PaperId[] => {
    if (selected.length > 0) return selected;
    const one = target();
    return one === undefined ? [] : [one];
  };
  // Its papers left the list, and the box with them.
  useEffect(() => {
    if (selected.length === 0) setTagging(false);
  }, [selected.length]);
  const goToField = (field: FieldWanted['field']): void => {
    // Going to a field changes nothing, so that a row will do that has not the focus.
    const id = target() ?? paperAt(currentTitle());
    if (id === undefined) return;
    location.hash = paperHash(id);
    setWanted({ field, paperId: id });
  };
  usePageKeys(
    {
      t: () => (selected.length > 0 ? setTagging(true) : goToField('tags')),
      n: () => goToField('note'),
      s() {
        const ids = targets();
        const [first] = ids;
        if (first === undefined) return;
        void nextStatusOf(library, first).then((status) =>
          bulk.change(ids, { kind: 'status', status }),
        );
      },
      e: () => list.current?.querySelector<HTMLElement>('.bar [aria-haspopup=menu]')?.click(),
      z: () => undos.undo?.onUndo(),
      Delete: () => void bulk.change(targets(), { kind: 'remove' }),
      '?': () => setSheet(true),
      Escape() {
        if (selection.size > 0) selection.clear();
        else location.hash = '#/';
        currentTitle()?.focus();
      },
    },
    () => currentTitle()?.focus(),
  );

  /** All papers of the query, also while the index is still taking papers in. */
  const allFound = async (): Promise<readonly PaperId[] | undefined> =>
    complete
      ? shown
      : works.run(i18n.t('bulk.indexing'), (work) => searchWhenIndexed(library, query, work));
  const selectAll = (): void => {
    void allFound().then((all) => all && selection.add(all));
  };
  const left = found?.left ?? 0;
  const hidden = selection.size - selected.length;

  const notices = (
    <Notices
      undo={undos.undo}
      failure={
        outdated ? { code: 'outdated-page' } : (works.failure ?? failure ?? exporting.failure)
      }
      news={exporting.news}
      work={works.work}
    />
  );
  const listCovered = narrow && open !== undefined;
  const isNothing = search.answered && left === 0 && shown.length === 0;
  const isEmpty = isNothing && isWhole(query);
  const ranked = isRanked(query.condition);
  const exportMenu = (
    <ExportMenu
      choices={exporting.formats}
      scope={scopeWords(selected.length, text.trim() === '' ? undefined : shown.length)}
      opens="down"
      align="end"
      onExport={(format) =>
        exporting.exportPapers(format, {
          ids: async () => (selected.length > 0 ? selected : ((await allFound()) ?? NONE)),
          whole: selected.length === 0 && isWhole(query),
        })
      }
    />
  );
  return (
    <div class={open ? 'papers papers-open' : 'papers'}>
      <main ref={list} class="pane-list">
        <div class="pane-search">
          <SidebarButton open={sidebarOpen} onOpen={onSidebar} label={i18n.t('sidebar.filters')} />
          <QueryField
            text={text}
            query={query}
            help={QUERY_HELP}
            suggest={suggest}
            onInput={onType}
            onEnter={() => currentTitle()?.focus()}
            onTry={onChoose}
          />
        </div>
        <Reminder library={library} />
        {!isEmpty && (
          <ListBar
            shown={search.answered ? shown.length : undefined}
            searching={text.trim() !== ''}
            left={left}
            hidden={hidden}
            onClear={selection.clear}
            sort={query.sort ?? { by: ranked ? 'relevance' : 'saved', descending: true }}
            ranked={ranked}
            onSort={(sort) => onChoose(withSort(text, sort))}
            compact={density === 'compact'}
            onCompact={(compact) => setDensity(compact ? 'compact' : 'comfortable')}
            onSelectAll={selectAll}
            exportMenu={exportMenu}
          />
        )}
        {isEmpty && (
          <EmptyState title={i18n.t('library.empty')}>
            {i18n.t('library.emptyHint')} <ListingLink />
          </EmptyState>
        )}
        {!isEmpty && isNothing && (
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
        {!listCovered && notices}
        {selected.length > 0 && (
          <BulkBar
            selected={selected.length}
            hidden={hidden}
            left={left}
            onClear={selection.clear}
            onStatus={(status) => void bulk.change(selected, { kind: 'status', status })}
            onRemove={() => void bulk.change(selected, { kind: 'remove' })}
            tagging={tagging}
            onTagging={setTagging}
            tags={
              <SelectionTags
                library={library}
                ids={selected}
                suggest={actions.suggestTags}
                onAdd={(tag) => void bulk.change(selected, { kind: 'add-tag', tag })}
                onRemove={(tag) => void bulk.change(selected, { kind: 'remove-tag', tag })}
              />
            }
          />
        )}
        <footer class="library-foot">
          {counts && (
            <>
              <span>{i18n.t('library.known', counts.known, [fullCount(counts.known)])}</span>
              <span>{i18n.t('library.saved', [fullCount(counts.saved)])}</span>
            </>
          )}
          <button type="button" class="ps-text-button" onClick={() => setSheet(true)}>
            {i18n.t('keys.title')}
          </button>
        </footer>
      </main>
      <section ref={detail} class="pane-paper" aria-label={i18n.t('library.openPaper')}>
        {open === undefined ? (
          <EmptyState title={i18n.t('library.nothingOpen')}>
            {i18n.t('library.nothingOpenHint')}
          </EmptyState>
        ) : (
          <OpenPaper
            key={open}
            library={library}
            paperId={open}
            actions={actions}
            takesFocus={narrow && wanted?.paperId !== open}
            wanted={wanted}
            onBack={() => (location.hash = '#/')}
            notices={listCovered ? notices : null}
            // Beside the list there is the list's own.
            exporting={narrow ? exporting : undefined}
          />
        )}
      </section>
      {sheet && <KeysSheet onClose={() => setSheet(false)} />}
    </div>
  );
}

/** What Export exports: the selected papers if any, else those found, else all. */
function scopeWords(selected: number, found: number | undefined): string {
  if (selected > 0) return i18n.t('export.selected', selected, [fullCount(selected)]);
  if (found !== undefined) return i18n.t('export.found', found, [fullCount(found)]);
  return i18n.t('export.library');
}

/** The status that follows the one that the paper has. */
async function nextStatusOf({ db }: LibraryContext, id: PaperId): Promise<Status> {
  const [row] = await paperRows(db, [id]);
  return nextStatus(row?.entry?.status ?? 'to-read');
}
