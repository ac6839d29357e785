import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { EmptyState } from '@/components/feedback/EmptyState';
import { ListingLinks } from '@/lib/pages/ListingLinks';
import { LostLibraryNotice } from '@/components/feedback/LostLibraryNotice';
import { Notices } from '@/components/feedback/Notices';
import { PaperList } from './PaperList';
import { Tabs } from '@/components/overlay/Tabs';
import { useOpenPaper } from '@/components/paper/use-open-paper';
import { useFocusOpenerOnClose } from '@/components/hooks/use-focus-opener-on-close';
import { LibraryQueryField } from '@/lib/pages/search/LibraryQueryField';
import { useDatabaseState } from '@/lib/pages/library/page-library';
import { useCounts } from '@/lib/pages/library/use-counts';
import { useExport } from '@/lib/pages/actions/use-export';
import { usePaperActions } from '@/lib/pages/actions/use-paper-actions';
import { useQuery, useSearch } from '@/lib/pages/search/use-search';
import { useIndexMaintenance } from '@/lib/pages/search/use-index-maintenance';
import { useLostLibrary } from '@/lib/pages/backups/use-lost-library';
import { usePage } from '@/lib/pages/page-context';
import { useWarmSearch } from './use-warm-search';
import { PopupFoot } from './PopupFoot';
import { SearchResults } from './SearchResults';
import { ThisPage } from './ThisPage';
import { useNewest } from './use-newest';
import { useOpenPaperView } from './use-open-paper-view';
import type { ShownInTab } from './shown-in-tab';
import { useSaveNew } from './use-save-new';
import { useShownInTab } from './use-shown-in-tab';

interface Props {
  /** Undefined if the tab shows no paper. */
  shown: Promise<ShownInTab | undefined>;
}

type View = 'page' | 'library';

/** This page, the library, or an open paper. */
export function Popup({ shown: answer }: Props) {
  const { tasks, undoOffers } = usePage();
  const { shown, first } = useShownInTab(answer);
  // For any tab: it is few rows.
  const newest = useNewest();
  const [chosen, setChosen] = useState<View>();
  const [text, setText] = useState('');
  const query = useQuery(text);
  const searching = text.trim() !== '';
  const search = useSearch(query, { facets: false, active: searching });
  const open = useOpenPaper();
  const { actions, failure } = usePaperActions();
  const saveNew = useSaveNew(shown?.listing?.newIds);
  const exporting = useExport();
  const databaseState = useDatabaseState();
  useIndexMaintenance({ merges: 'small' });
  const warm = useWarmSearch(newest.rows !== undefined);
  const view = chosen ?? first;
  const counts = useCounts(warm);
  const lost = useLostLibrary(newest.rows !== undefined);
  const offersNew = view === 'page' && !searching && saveNew.count > 0;
  const Detail = useOpenPaperView(open !== undefined || newest.rows !== undefined);
  useFocusOpenerOnClose(open !== undefined);

  const notices = (
    <Notices
      undo={undoOffers.undo}
      failure={
        databaseState
          ? { code: databaseState }
          : (lost?.failure ?? tasks.failure ?? failure ?? saveNew.failure ?? exporting.failure)
      }
      toast={exporting.toast}
    />
  );

  return (
    <div class="popup">
      <h1 class="ps-hidden">{i18n.t('extName')}</h1>
      {/* Kept invisible under an open paper, for going back. */}
      <div class={open ? 'popup-front popup-behind' : 'popup-front'}>
        <LibraryQueryField
          text={text}
          query={query}
          onInput={setText}
          onEnter={focusFirstRow}
          onTry={setText}
        />
        {lost && (
          <LostLibraryNotice papers={lost.papers}>
            <a class="ps-button ps-button-primary" href="/library.html" target="_blank">
              {i18n.t('lost.restore')}
            </a>
            <button type="button" class="ps-button" onClick={lost.accept}>
              {i18n.t('lost.onPurpose')}
            </button>
          </LostLibraryNotice>
        )}
        {searching ? (
          <SearchResults search={search} actions={actions} />
        ) : (
          <Tabs<View>
            label={i18n.t('popup.views')}
            tabs={[
              {
                id: 'page',
                label: i18n.t('popup.thisPage'),
                count: shown?.listing && shown.paperIds.length,
              },
              { id: 'library', label: i18n.t('popup.library'), count: counts?.saved },
            ]}
            selected={view}
            onSelect={setChosen}
          >
            {view === 'page' && <ThisPage shown={shown} actions={actions} />}
            {view === 'library' && newest.rows?.length === 0 && (
              <EmptyState title={i18n.t('popup.libraryEmpty')}>
                {i18n.t('popup.libraryEmptyHint')} <ListingLinks />
              </EmptyState>
            )}
            {view === 'library' && newest.rows && newest.rows.length > 0 && (
              <PaperList
                rows={newest.rows}
                onNearEnd={newest.showMore}
                onSave={actions.save}
                onRemove={actions.remove}
              />
            )}
          </Tabs>
        )}
        {!open && notices}
        <PopupFoot
          search={searching ? search : undefined}
          exporting={exporting}
          counts={counts}
          onSaveNew={offersNew ? saveNew.saveAll : undefined}
        />
      </div>
      {open && Detail && (
        <Detail.OpenPaper
          key={open}
          paperId={open}
          actions={actions}
          takesFocus
          onBack={() => (location.hash = '#/')}
          notices={notices}
          exporting={exporting}
        />
      )}
    </div>
  );
}

function focusFirstRow(): void {
  document.querySelector<HTMLElement>('.popup-front .row-title a')?.focus();
}
