import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { changeMessage } from '@/components/format/change-messages';
import { fullCount } from '@/components/format/format-count';
import { BULK_UNDO_DURATION } from '@/components/feedback/notice-times';
import { offerUndo } from '@/lib/pages/actions/use-bulk';
import { usePage } from '@/lib/pages/page-context';
import { changeEntries } from '@/lib/library/entries/change-entries';
import { emptyTrash, putBackInTrash } from '@/lib/library/trash/trash';
import type { PaperId } from '@/lib/papers/paper-id';

/** With progress and Undo. */
export interface TrashChanges {
  restore(ids: readonly PaperId[]): void;
  deletePermanently(ids: readonly PaperId[]): void;
}

/** Memoized trash operations. */
export function useTrashChanges(): TrashChanges {
  const { library, tasks, undoOffers } = usePage();
  const { run } = tasks;
  const { offer } = undoOffers;
  return useMemo(
    () => ({
      // Undo is offered inside the task: a retry offers it too.
      restore(ids) {
        void run(
          i18n.t('trash.restoring', ids.length, [fullCount(ids.length)]),
          async (options) => {
            const change = { kind: 'restore' } as const;
            const changed = await changeEntries(library, ids, change, options);
            if (changed.length === 0) return;
            offerUndo(library, changed, (count) => changeMessage(change, count), { run, offer });
          },
        );
      },
      deletePermanently(ids) {
        void run(i18n.t('trash.deleting', ids.length, [fullCount(ids.length)]), async (options) => {
          const deleted = await emptyTrash(library, ids, options);
          if (deleted.length === 0) return;
          offer({
            kind: crypto.randomUUID(),
            key: '',
            message: () => i18n.t('trash.deleted', deleted.length, [fullCount(deleted.length)]),
            // Nothing else reverts this.
            duration: BULK_UNDO_DURATION,
            undo: () =>
              void run(i18n.t('bulk.undoing'), (undoing) =>
                putBackInTrash(library, deleted, undoing),
              ),
          });
        });
      },
    }),
    [library, run, offer],
  );
}
