import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { changeMessage } from '@/components/format/change-messages';
import { fullCount } from '@/components/format/format-count';
import { BULK_UNDO_DURATION } from '@/components/feedback/notice-times';
import {
  changeEntries,
  undoChange,
  type ChangedEntries,
  type EntryChange,
} from '@/lib/library/entries/change-entries';
import type { LibraryContext } from '@/lib/library/context';
import type { ProgressOptions } from '@/lib/shared/in-batches';
import type { PaperId } from '@/lib/papers/paper-id';
import type { UndoOffers } from './use-undo';
import type { TaskRunner } from './use-task-runner';
import { usePage } from '../page-context';

export interface Bulk {
  /**
   * Changes many papers, with progress and one Undo.
   * @returns false if it failed or was cancelled
   */
  change(ids: readonly PaperId[], change: EntryChange): Promise<boolean>;
}

/** Stable across renders. */
export function useBulk(): Bulk {
  const { library, tasks, undoOffers } = usePage();
  const { run } = tasks;
  const { offer } = undoOffers;
  return useMemo(
    () => ({
      async change(ids, change) {
        const label = i18n.t('bulk.working', ids.length, [fullCount(ids.length)]);
        const isDone = await run(label, async (options) => {
          const changed = await changeEntries(library, ids, change, options);
          // Inside the task: a retry offers it too.
          if (changed.length > 0) {
            offerUndo(library, changed, (count) => changeMessage(change, count), { run, offer });
          }
          return true;
        });
        return isDone === true;
      },
    }),
    [library, run, offer],
  );
}

/** Offers Undo for changed entries. */
export function offerUndo(
  library: LibraryContext,
  changed: ChangedEntries,
  message: (count: number) => string,
  { run, offer }: Pick<TaskRunner, 'run'> & Pick<UndoOffers, 'offer'>,
): void {
  const undo = (options: ProgressOptions): Promise<void> => undoChange(library, changed, options);
  const [only] = changed;
  const isOneRemoved = changed.length === 1 && only !== undefined && only.after.removedAt > 0;
  offer({
    // Undo restores single removals together, bulk changes separately.
    kind: isOneRemoved ? 'removed' : crypto.randomUUID(),
    key: isOneRemoved ? only.after.paperId : '',
    message: (count) => message(isOneRemoved ? count : changed.length),
    undo: () => void run(i18n.t('bulk.undoing'), undo),
    ...(changed.length > 1 && { duration: BULK_UNDO_DURATION }),
  });
}
