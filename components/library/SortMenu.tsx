import { i18n } from '#i18n';
import type { Sort, SortKey } from '@/lib/query/query';

/** The directions offered for each key, the usual one first. */
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
  /** Whether the query holds words that papers can fit more or less well. */
  ranked: boolean;
  onSort(sort: Sort): void;
}

/** In which order the papers stand. */
export function SortMenu({ sort, ranked, onSort }: Props) {
  const choices = CHOICES.filter(({ by }) => ranked || by !== 'relevance');
  return (
    <label class="sort">
      <span class="ps-hidden">{i18n.t('sort.label')}</span>
      <select
        class="ps-select"
        value={valueOf(sort)}
        onChange={({ currentTarget: { value } }) => {
          const chosen = choices.find((choice) => valueOf(choice) === value);
          if (chosen) onSort({ by: chosen.by, descending: chosen.descending });
        }}
      >
        {choices.map((choice) => (
          <option key={valueOf(choice)} value={valueOf(choice)}>
            {choice.label()}
          </option>
        ))}
      </select>
    </label>
  );
}

function valueOf({ by, descending }: Sort): string {
  return `${by}-${descending ? 'desc' : 'asc'}`;
}
