import './trash-view.css';
import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { EmptyState } from '@/components/feedback/EmptyState';
import { EmptyTrashSheet } from './EmptyTrashSheet';
import { TrashBar } from './TrashBar';
import { TrashList } from './TrashList';
import { View } from '../View';
import { useNow } from '@/components/hooks/use-now';
import { useLiveQuery } from '@/lib/pages/library/use-live-query';
import { useLibrary } from '@/lib/pages/page-context';
import { trashIds } from '@/lib/library/trash/trash';
import type { PaperId } from '@/lib/papers/paper-id';
import { useRowsInView } from '../papers/use-rows-in-view';
import { useSelection } from '../use-selection';
import { useTrashChanges } from './use-trash-changes';

const NONE: readonly PaperId[] = [];

/** Removed papers, until restored or permanently deleted by the reader. */
export function TrashView() {
  const { db } = useLibrary();
  const read = useLiveQuery(async () => trashIds(db), [db]);
  const ids = read ?? NONE;
  const { rowOf, onRange } = useRowsInView(ids);
  const selection = useSelection(ids);
  const selected = useMemo(() => selection.of(ids), [selection, ids]);
  const [asking, setAsking] = useState(false);
  const now = useNow(60_000);
  const changes = useTrashChanges();

  const deleteSelected = (): void => {
    changes.deletePermanently(selected);
    selection.clear();
  };
  return (
    <View
      title={i18n.t('trash.title')}
      hint={i18n.t('trash.hint')}
      actions={
        ids.length > 0 && (
          <>
            <button type="button" class="ps-button" onClick={() => changes.restore(ids)}>
              {i18n.t('trash.restoreAll')}
            </button>
            <button
              type="button"
              class="ps-button ps-button-danger"
              onClick={() => setAsking(true)}
            >
              {i18n.t('trash.empty')}
            </button>
          </>
        )
      }
    >
      {ids.length > 0 && (
        <div class="view-fill">
          <TrashBar
            count={ids.length}
            selected={selected.length}
            onSelectAll={selection.selectAll}
            onClear={selection.clear}
            onRestore={() => {
              changes.restore(selected);
              selection.clear();
            }}
            onDelete={deleteSelected}
          />
          <TrashList
            ids={ids}
            rowOf={rowOf}
            onRange={onRange}
            now={now}
            isSelected={selection.has}
            onSelect={selection.select}
            onRestore={(id) => changes.restore([id])}
            onDeleteKey={(id) =>
              selected.length > 0 ? deleteSelected() : changes.deletePermanently([id])
            }
          />
        </div>
      )}
      {read?.length === 0 && (
        <EmptyState title={i18n.t('trash.nothing')}>{i18n.t('trash.nothingHint')}</EmptyState>
      )}
      {asking && (
        <EmptyTrashSheet
          count={ids.length}
          onEmpty={() => {
            setAsking(false);
            changes.deletePermanently(ids);
            selection.clear();
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </View>
  );
}
