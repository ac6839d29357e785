import './papers.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { KeysSheet } from '../KeysSheet';
import { Notices } from '@/components/feedback/Notices';
import { useOpenPaper } from '@/components/paper/use-open-paper';
import { useFocusOpenerOnClose } from '@/components/hooks/use-focus-opener-on-close';
import { LibraryQueryField } from '@/lib/pages/search/LibraryQueryField';
import { useDatabaseState } from '@/lib/pages/library/page-library';
import { useBulk } from '@/lib/pages/actions/use-bulk';
import { useExport } from '@/lib/pages/actions/use-export';
import { usePaperActions } from '@/lib/pages/actions/use-paper-actions';
import { usePage } from '@/lib/pages/page-context';
import type { Search } from '@/lib/pages/search/use-search';
import { FoundPapers } from './FoundPapers';
import { LibraryFoot } from './LibraryFoot';
import { OpenPaperPane } from './OpenPaperPane';
import { LostLibrary } from './LostLibrary';
import { Reminder } from './Reminder';
import { viewHash } from '../route';
import { SelectionBar } from './SelectionBar';
import { SidebarButton } from '../SidebarButton';
import { useIsNarrow } from '../use-is-narrow';
import { usePaperKeys } from './use-paper-keys';
import { useSelection } from '../use-selection';
import { useShownIds } from './use-shown-ids';

const NONE: readonly never[] = [];

interface Props {
  search: Search;
  text: string;
  onType(text: string): void;
  onChoose(text: string): void;
  /** Lifts `query.only`. */
  onShowAll(): void;
  sidebarOpen: boolean;
  onSidebar(open: boolean): void;
}

/** The paper list, with the open paper beside or (if narrow) over it. */
export function Papers(props: Props) {
  const { search, text, onType, onChoose, sidebarOpen, onSidebar } = props;
  const { tasks, undoOffers } = usePage();
  const { query, found } = search;
  const { ids, complete } = useShownIds(search);
  const shown = ids ?? NONE;
  const selection = useSelection(shown);
  const selected = useMemo(() => selection.of(shown), [selection, shown]);
  const open = useOpenPaper();
  const narrow = useIsNarrow();
  const { actions, failure } = usePaperActions();
  const bulk = useBulk();
  const exporting = useExport();
  const databaseState = useDatabaseState();
  const [sheet, setSheet] = useState(false);
  const [tagging, setTagging] = useState(false);
  useFocusOpenerOnClose(open !== undefined && narrow);
  // The tag popover closes with the last selection.
  useEffect(() => {
    if (selected.length === 0) setTagging(false);
  }, [selected.length]);
  const { list, wanted, focusList } = usePaperKeys({
    bulk,
    shown,
    selection,
    selected,
    open,
    edit: (id, edit) => actions.edit({ id }, edit),
    onTag: () => setTagging(true),
    onKeys: () => setSheet(true),
  });

  const notices = (
    <Notices
      undo={undoOffers.undo}
      failure={
        databaseState ? { code: databaseState } : (tasks.failure ?? failure ?? exporting.failure)
      }
      toast={exporting.toast}
      work={tasks.work}
    />
  );
  const listCovered = narrow && open !== undefined;
  return (
    <div class={open ? 'papers papers-open' : 'papers'}>
      <main ref={list} class="pane-list">
        <div class="pane-search">
          <SidebarButton open={sidebarOpen} onOpen={onSidebar} label={i18n.t('sidebar.filters')} />
          <LibraryQueryField
            text={text}
            query={query}
            onInput={onType}
            onEnter={focusList}
            onTry={onChoose}
          />
        </div>
        <LostLibrary ready={found !== undefined} />
        <Reminder />
        <FoundPapers
          search={search}
          text={text}
          onChoose={onChoose}
          onShowAll={props.onShowAll}
          shown={shown}
          complete={complete}
          selection={selection}
          selected={selected}
          open={open}
          exporting={exporting}
        />
        {!listCovered && notices}
        {selected.length > 0 && (
          <SelectionBar
            bulk={bulk}
            selected={selected}
            hidden={selection.size - selected.length}
            left={found?.left ?? 0}
            onClear={selection.clear}
            tagging={tagging}
            onTagging={setTagging}
            suggestTags={actions.suggestTags}
          />
        )}
        <LibraryFoot ready={found !== undefined} onKeys={() => setSheet(true)} />
      </main>
      <OpenPaperPane
        open={open}
        narrow={narrow}
        actions={actions}
        exporting={narrow ? exporting : undefined}
        wanted={wanted}
        notices={listCovered ? notices : null}
        onBack={() => (location.hash = viewHash('papers'))}
      />
      {sheet && <KeysSheet onClose={() => setSheet(false)} />}
    </div>
  );
}
