import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { fullCount } from '@/components/format/format-count';
import { EmptyState } from '@/components/feedback/EmptyState';
import { ListingLinks } from '@/lib/pages/ListingLinks';
import type { PaperActions } from '@/components/paper/PaperDetail';
import { PaperList } from './PaperList';
import { paperRows } from '@/lib/library/queries';
import { useLibrary } from '@/lib/pages/page-context';
import { useLiveQuery } from '@/lib/pages/library/use-live-query';
import type { ShownInTab } from './shown-in-tab';

interface Props {
  /** Null if the tab shows no paper, undefined while unknown. */
  shown: ShownInTab | null | undefined;
  actions: PaperActions;
}

export function ThisPage({ shown, actions }: Props) {
  const { db } = useLibrary();
  const rows = useLiveQuery(async () => paperRows(db, shown?.paperIds ?? []), [shown]);
  const newIds = useMemo(() => new Set(shown?.listing?.newIds), [shown]);
  if (shown === undefined) return <EmptyState title={i18n.t('popup.reading')} />;
  if (shown === null) {
    return (
      <EmptyState title={i18n.t('popup.notListing')}>
        {i18n.t('popup.notListingHint')} <ListingLinks />
      </EmptyState>
    );
  }
  if (shown.paperIds.length === 0) return <EmptyState title={i18n.t('popup.noCards')} />;
  if (rows === undefined) return null;
  const { listing, paperIds } = shown;
  return (
    <PaperList
      rows={rows}
      newIds={newIds}
      onNearEnd={() => {}}
      onSave={actions.save}
      onRemove={actions.remove}
    >
      {listing && listing.cardsFound !== paperIds.length && (
        <p class="list-note">
          {i18n.t('pageBar.papersOf', [fullCount(paperIds.length), fullCount(listing.cardsFound)])}{' '}
          {i18n.t('pageBar.recognized')}
        </p>
      )}
    </PaperList>
  );
}
