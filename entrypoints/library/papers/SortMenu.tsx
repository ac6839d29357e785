import { i18n } from '#i18n';
import type { Sort, SortKey } from '@/lib/query/query';
import { OrderSelect } from '@/components/fields/OrderSelect';

/** Per key, the usual direction first. */
const CHOICES: readonly { by: SortKey; descending: boolean; label: () => string }[] = [
  { by: 'relevance', descending: true, label: () => i18n.t('sort.relevance') },
  { by: 'saved', descending: true, label: () => i18n.t('sort.savedDown') },
  { by: 'saved', descending: false, label: () => i18n.t('sort.savedUp') },
  { by: 'published', descending: true, label: () => i18n.t('sort.publishedDown') },
  { by: 'published', descending: false, label: () => i18n.t('sort.publishedUp') },
  { by: 'title', descending: false, label: () => i18n.t('sort.titleUp') },
  { by: 'title', descending: true, label: () => i18n.t('sort.titleDown') },
  { by: 'upvotes', descending: true, label: () => i18n.t('sort.upvotesDown') },
  { by: 'upvotes', descending: false, label: () => i18n.t('sort.upvotesUp') },
  { by: 'rise', descending: true, label: () => i18n.t('sort.riseDown') },
  { by: 'status', descending: false, label: () => i18n.t('sort.statusUp') },
  { by: 'status', descending: true, label: () => i18n.t('sort.statusDown') },
];

interface Props {
  sort: Sort;
  /** The query has words to rank by. */
  ranked: boolean;
  onSort(sort: Sort): void;
}

export function SortMenu({ sort, ranked, onSort }: Props) {
  return (
    <OrderSelect
      options={CHOICES.filter(({ by }) => ranked || by !== 'relevance')}
      value={keyOf(sort)}
      keyOf={keyOf}
      labelOf={({ label }) => label()}
      onChange={({ by, descending }) => onSort({ by, descending })}
    />
  );
}

function keyOf({ by, descending }: Sort): string {
  return `${by}-${descending ? 'desc' : 'asc'}`;
}
