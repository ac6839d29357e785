import { useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { EmptyState } from '@/components/EmptyState';
import { ListingLink } from '@/components/ListingLink';
import type { PaperActions } from '@/components/PaperDetail';
import { PaperList } from '@/components/PaperList';
import { fullCount } from '@/components/paper-words';
import { paperRows } from '@/lib/library/queries';
import type { LibraryContext } from '@/lib/library/context';
import type { PageCards } from '@/lib/messaging/page-cards';
import { useLiveQuery } from '@/lib/extension-pages/use-live-query';

interface Props {
  library: LibraryContext;
  /** Null when the tab is no listing. */
  cards: PageCards | null;
  actions: PaperActions;
}

/** The cards of the listing in the tab. */
export function ThisPage({ library: { db }, cards, actions }: Props) {
  const rows = useLiveQuery(async () => paperRows(db, cards?.paperIds ?? []), [cards]);
  const newIds = useMemo(() => new Set(cards?.newIds), [cards]);
  if (cards === null) {
    return (
      <EmptyState title={i18n.t('popup.notListing')}>
        {i18n.t('popup.notListingHint')} <ListingLink />
      </EmptyState>
    );
  }
  if (cards.paperIds.length === 0) return <EmptyState title={i18n.t('popup.noCards')} />;
  if (rows === undefined) return null;
  const { cardsFound, paperIds } = cards;
  return (
    <PaperList
      rows={rows}
      newIds={newIds}
      onNearEnd={() => {}}
      onSave={actions.save}
      onRemove={actions.remove}
    >
      {cardsFound !== paperIds.length && (
        <p class="list-note">
          {i18n.t('popup.cardsRead', [fullCount(paperIds.length), fullCount(cardsFound)])}
        </p>
      )}
    </PaperList>
  );
}
