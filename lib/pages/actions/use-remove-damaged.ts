import { i18n } from '#i18n';
import { putBackDamaged, removeDamaged } from '@/lib/library/damaged-rows';
import type { PaperId } from '@/lib/papers/paper-id';
import { usePage } from '../page-context';

/** Removes a paper's damaged data, with Undo. */
export function useRemoveDamaged(): (paperId: PaperId) => void {
  const { library, tasks, undoOffers } = usePage();
  return (paperId) =>
    void tasks.run(i18n.t('damaged.remove'), async () => {
      const removed = await removeDamaged(library, paperId);
      undoOffers.offer({
        kind: 'damaged',
        key: paperId,
        message: () => i18n.t('damaged.removed'),
        undo: () => void tasks.run(i18n.t('bulk.undoing'), () => putBackDamaged(library, removed)),
      });
    });
}
