import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import type { PageNotices } from '@/components/feedback/Notices';
import { useFailure } from '@/components/feedback/use-failure';
import { useLastDefined, useLiveQuery } from '@/lib/pages/library/use-live-query';
import { usePage } from '@/lib/pages/page-context';
import { changeCards, undoCardChange } from '@/lib/library/entries/bulk-card-changes';
import { undecidedPapers } from '@/lib/library/queries';
import type { PaperId } from '@/lib/papers/paper-id';

const NONE: readonly never[] = [];

interface SaveNew {
  /** New, neither in the library nor dismissed. */
  count: number;
  /** With one Undo. */
  saveAll(): void;
  failure: PageNotices['failure'];
}

export function useSaveNew(newIds: readonly PaperId[] = NONE): SaveNew {
  const { library, undoOffers } = usePage();
  const { db } = library;
  const { failure, attempt } = useFailure();
  const read = useLiveQuery(async () => undecidedPapers(db, newIds), [db, newIds]);
  const papers = useLastDefined(read) ?? NONE;

  async function saveAll(): Promise<void> {
    const { count, undo } = await changeCards(library, papers, { kind: 'save' });
    if (undo === null) return;
    undoOffers.offer({
      kind: 'saved-new',
      key: papers.map(({ id }) => id).join(' '),
      message: () => i18n.t('popup.savedNew', count, [fullCount(count)]),
      undo: () => attempt(() => undoCardChange(library, undo)),
    });
  }
  return { count: papers.length, saveAll: () => attempt(saveAll), failure };
}
