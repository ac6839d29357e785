import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import type { PageNotices } from '@/components/feedback/Notices';
import { useFailure } from '@/components/feedback/use-failure';
import type { PaperActions } from '@/components/paper/PaperDetail';
import { editEntry, removeEntry, restoreEntry } from '@/lib/library/entries/edit-entry';
import { saveKnownPaper } from '@/lib/library/entries/save-paper';
import type { Paper } from '@/lib/papers/paper';
import { sendToBackground, withBackgroundFallback } from './background-fallback';
import { usePage } from '../page-context';
import { loadSuggestions } from '../search/load-search';

/** A page's paper actions and their last failure. */
export function usePaperActions(): {
  actions: PaperActions;
  failure: PageNotices['failure'];
} {
  const { library, undoOffers } = usePage();
  const { offer, withdraw } = undoOffers;
  const { failure, attempt } = useFailure({ keepsFailure: true });

  const actions = useMemo(() => {
    const restore = (paper: Paper): Promise<boolean> =>
      attempt(() =>
        withBackgroundFallback({ type: 'library.restore', payload: { paperId: paper.id } }, () =>
          restoreEntry(library, paper.id),
        ),
      );
    const actions: PaperActions = {
      save(paper) {
        withdraw('removed', paper.id);
        return attempt(() =>
          withBackgroundFallback(
            { type: 'library.save-known', payload: { paperId: paper.id } },
            () => saveKnownPaper(library, paper.id),
          ),
        );
      },
      remove(paper) {
        return attempt(async () => {
          await withBackgroundFallback(
            { type: 'library.remove', payload: { paperId: paper.id } },
            () => removeEntry(library, paper.id),
          );
          offer({
            kind: 'removed',
            key: paper.id,
            message: (count) => i18n.t('undo.removed', count, [fullCount(count)]),
            undo: () => void restore(paper),
          });
        });
      },
      edit(paper, edit) {
        return attempt(() =>
          withBackgroundFallback(
            { type: 'library.edit', payload: { paperId: paper.id, edit } },
            () => editEntry(library, paper.id, edit),
          ),
        );
      },
      async saveNote(paper, base, text) {
        const edit = { kind: 'note', base, text } as const;
        const { entry } = await withBackgroundFallback(
          { type: 'library.edit', payload: { paperId: paper.id, edit } },
          () => editEntry(library, paper.id, edit),
        );
        return entry?.note ?? text;
      },
      leaveNote(paper, base, text) {
        sendToBackground({
          type: 'library.edit',
          payload: { paperId: paper.id, edit: { kind: 'note', base, text } },
        });
      },
      suggestTags: async (typed, taken) =>
        (await loadSuggestions()).suggestTags(library, typed, taken),
    };
    return actions;
  }, [library, offer, withdraw, attempt]);

  return {
    actions,
    failure,
  };
}
