import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import type { DigestActions } from './DigestControls';
import type { MarksChange } from './use-digest';
import { changeMessage } from '@/components/format/change-messages';
import { fullCount } from '@/components/format/format-count';
import { BULK_UNDO_DURATION } from '@/components/feedback/notice-times';
import type { ShowChange } from '@/components/hooks/use-optimistic';
import type { PaperActions } from '@/components/paper/PaperDetail';
import { withBackgroundFallback } from '@/lib/pages/actions/background-fallback';
import { usePage } from '@/lib/pages/page-context';
import { setDismissed } from '@/lib/library/seen/dismissals';
import {
  changeCards,
  undoCardChange,
  type BulkCardChange,
  type BulkCardUndo,
} from '@/lib/library/entries/bulk-card-changes';
import { markAllSeen, markSeen, unmarkSeen } from '@/lib/library/seen/seen';
import { isSaved } from '@/lib/papers/entry';
import type { Paper } from '@/lib/papers/paper';
import type { PaperId } from '@/lib/papers/paper-id';

export interface DigestChanges extends DigestActions {
  markSeen(ids: readonly PaperId[]): void;
  /** `markSeen` without message and Undo. */
  noteSeen(ids: readonly PaperId[]): void;
}

/** Digest actions, most with Undo. */
export function useDigestChanges(
  { remove, edit, suggestTags }: PaperActions,
  showMarks: ShowChange<MarksChange>,
): DigestChanges {
  const { library, tasks, undoOffers } = usePage();
  const { run, ended } = tasks;
  const { offer, withdraw } = undoOffers;
  return useMemo(() => {
    /** @param store resolves to whether the change was stored */
    const mark = (
      change: MarksChange,
      label: string,
      store: () => Promise<boolean>,
    ): Promise<boolean> => {
      const isStored = run(label, store).then((done) => done === true);
      showMarks(change, isStored);
      return isStored;
    };
    /** Tasks may still be saving the paper or tag. */
    const afterTasks = async (act: () => Promise<boolean>): Promise<boolean> => {
      await ended();
      return act();
    };
    const change = (paper: Paper, change: BulkCardChange): Promise<boolean> => {
      const at = library.now();
      const payload = { papers: [paper], change, at };
      const ids = [paper.id];
      const marks = change.kind === 'dismiss' ? { dismissed: true } : { saved: true };
      // Inside the task: a retry offers it too.
      return mark({ ids, marks }, workingOn(ids), async () => {
        const { undo } = await withBackgroundFallback({ type: 'listing.change', payload }, () =>
          changeCards(library, [paper], change, at),
        );
        if (undo !== null) {
          offer({
            kind: kindOf(change),
            key: paper.id,
            message: (count) => changeMessage(change, count),
            undo: () => void undoChange(paper.id, undo),
          });
        }
        return true;
      });
    };
    const undoChange = (id: PaperId, undo: BulkCardUndo): Promise<boolean> => {
      const unsaves = undo.saved.length > 0;
      const marks = {
        ...(unsaves && { saved: false }),
        ...(undo.dismissed.length > 0 && { dismissed: false }),
      };
      return mark({ ids: [id], marks }, i18n.t('bulk.undoing'), async () => {
        const [state] = await undoCardChange(library, undo);
        // An entry edited since stays.
        return !(unsaves && isSaved(state?.entry));
      });
    };
    const unmark = (ids: readonly PaperId[]): Promise<boolean> =>
      mark({ ids, marks: { seen: false } }, i18n.t('bulk.undoing'), async () => {
        const unmarked = await unmarkSeen(library, ids);
        // Papers seen since stay seen.
        return unmarked.length === ids.length;
      });
    return {
      save: (paper) => change(paper, { kind: 'save' }),
      remove(paper) {
        withdraw(kindOf({ kind: 'save' }), paper.id);
        const isStored = afterTasks(() => remove(paper));
        showMarks({ ids: [paper.id], marks: { saved: false } }, isStored);
        return isStored;
      },
      setStatus: (paper, status) => change(paper, { kind: 'status', status }),
      addTag: (paper, tag) => change(paper, { kind: 'add-tag', tag }),
      removeTag: (paper, tag) => afterTasks(() => edit(paper, { kind: 'remove-tag', tag })),
      dismiss: (paper) => change(paper, { kind: 'dismiss' }),
      revertDismissal(paper) {
        withdraw(kindOf({ kind: 'dismiss' }), paper.id);
        const payload = { paperId: paper.id, dismissed: false };
        const marks = { dismissed: false };
        return mark({ ids: [paper.id], marks }, i18n.t('bulk.undoing'), async () => {
          await withBackgroundFallback({ type: 'papers.dismiss', payload }, () =>
            setDismissed(library, paper.id, false),
          );
          return true;
        });
      },
      suggestTags,
      noteSeen(ids) {
        void mark({ ids, marks: { seen: true } }, workingOn(ids), async () => {
          await markSeen(library, ids, null);
          library.announce(ids);
          return true;
        });
      },
      markSeen(ids) {
        void mark({ ids, marks: { seen: true } }, workingOn(ids), async () => {
          const marked = await markAllSeen(library, ids);
          if (marked.length > 0) {
            offer({
              kind: crypto.randomUUID(),
              key: '',
              message: () => i18n.t('digest.markedSeen', marked.length, [fullCount(marked.length)]),
              duration: BULK_UNDO_DURATION,
              undo: () => void unmark(marked),
            });
          }
          return true;
        });
      },
    };
  }, [library, run, ended, offer, withdraw, remove, edit, suggestTags, showMarks]);
}

function workingOn({ length }: readonly PaperId[]): string {
  return i18n.t('bulk.working', length, [fullCount(length)]);
}

/** Combines Undo of equal changes. */
function kindOf(change: BulkCardChange): string {
  return `digest ${JSON.stringify(change)}`;
}
