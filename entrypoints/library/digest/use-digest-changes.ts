import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { DigestActions } from './DigestControls';
import { changeMessage } from '@/components/format/change-messages';
import { fullCount } from '@/components/format/format-count';
import { BULK_UNDO_DURATION } from '@/components/feedback/notice-times';
import type { PaperActions } from '@/components/paper/PaperDetail';
import { withBackgroundFallback } from '@/lib/pages/actions/background-fallback';
import type { UndoOffers } from '@/lib/pages/actions/use-undo';
import type { TaskRunner } from '@/lib/pages/actions/use-task-runner';
import type { LibraryContext } from '@/lib/library/context';
import { setDismissed } from '@/lib/library/seen/dismissals';
import {
  changeCards,
  undoCardChange,
  type BulkCardChange,
} from '@/lib/library/entries/bulk-card-changes';
import { markAllSeen, markSeen, unmarkSeen } from '@/lib/library/seen/seen';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';

export interface DigestChanges extends DigestActions {
  markSeen(ids: readonly PaperId[]): void;
  /** Like `markSeen`, but silent and without Undo. */
  noteSeen(ids: readonly PaperId[]): void;
}

/** The digest's actions, most with Undo. */
export function useDigestChanges(
  library: LibraryContext,
  { run }: Pick<TaskRunner, 'run'>,
  { offer, withdraw }: Pick<UndoOffers, 'offer' | 'withdraw'>,
  { remove, edit, suggestTags }: PaperActions,
): DigestChanges {
  return useMemo(() => {
    const change = (paper: Paper, change: BulkCardChange): void => {
      const at = library.now();
      const payload = { papers: [paper], change, at };
      // Offered inside the task, so that a retry offers it too.
      void run(workingOn([paper.id]), async () => {
        const { undo } = await withBackgroundFallback({ type: 'listing.change', payload }, () =>
          changeCards(library, [paper], change, at),
        );
        if (undo === null) return;
        offer({
          kind: kindOf(change),
          key: paper.id,
          message: (count) => changeMessage(change, count),
          undo: () => void run(i18n.t('bulk.undoing'), () => undoCardChange(library, undo)),
        });
      });
    };
    return {
      save: (paper) => change(paper, { kind: 'save' }),
      remove(paper) {
        withdraw(kindOf({ kind: 'save' }), paper.id);
        remove(paper);
      },
      setStatus: (paper, status) => change(paper, { kind: 'status', status }),
      addTag: (paper, tag) => change(paper, { kind: 'add-tag', tag }),
      removeTag: (paper, tag) => edit(paper, { kind: 'remove-tag', tag }),
      dismiss: (paper) => change(paper, { kind: 'dismiss' }),
      revertDismissal(paper) {
        withdraw(kindOf({ kind: 'dismiss' }), paper.id);
        const payload = { paperId: paper.id, dismissed: false };
        void run(i18n.t('bulk.undoing'), () =>
          withBackgroundFallback({ type: 'papers.dismiss', payload }, () =>
            setDismissed(library, paper.id, false),
          ),
        );
      },
      suggestTags,
      noteSeen(ids) {
        void run(workingOn(ids), async () => {
          await markSeen(library, ids, null);
          library.announce(ids);
        });
      },
      markSeen(ids) {
        void run(workingOn(ids), async () => {
          const marked = await markAllSeen(library, ids);
          if (marked.length === 0) return;
          offer({
            kind: crypto.randomUUID(),
            key: '',
            message: () => i18n.t('digest.markedSeen', marked.length, [fullCount(marked.length)]),
            duration: BULK_UNDO_DURATION,
            undo: () => void run(i18n.t('bulk.undoing'), () => unmarkSeen(library, marked)),
          });
        });
      },
    };
  }, [library, run, offer, withdraw, remove, edit, suggestTags]);
}

function workingOn({ length }: readonly PaperId[]): string {
  return i18n.t('bulk.working', length, [fullCount(length)]);
}

/** Equal changes are undone together. */
function kindOf(change: BulkCardChange): string {
  return `digest ${JSON.stringify(change)}`;
}
