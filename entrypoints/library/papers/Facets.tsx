import { i18n } from '#i18n';
import { STATUSES } from '@/lib/papers/entry';
import type { Facets as FacetCounts } from '@/lib/search/found';
import { statusLabel } from '@/components/format/status-labels';
import { FacetList } from './FacetList';
import { FacetRow } from './FacetRow';
import { TagFacet } from './TagFacet';

/** The keys of the query language that a facet sets. */
export type FacetKey = 'status' | 'tag' | 'year' | 'org';

interface Props {
  /** Undefined until they are counted for the first time. */
  facets: FacetCounts | undefined;
  /** Whether papers are still being taken into the index, so that more may come. */
  partial: boolean;
  /** Whether the papers are what is shown; else nothing is marked as chosen. */
  active: boolean;
  /** Whether the query asks for this value. */
  isChosen(key: FacetKey, value: string): boolean;
  /** Whether the query asks for any value of this key. */
  isAnyChosen(key: FacetKey): boolean;
  onToggle(key: FacetKey, value: string): void;
  onClear(key: FacetKey): void;
}

/** How the papers found are spread, and a click that narrows the query to one value. */
export function Facets({ facets, partial, active, onToggle, onClear, ...query }: Props) {
  if (facets === undefined) return null;
  const isChosen = (key: FacetKey, value: string) => active && query.isChosen(key, value);
  return (
    <>
      {partial && <p class="facet-note">{i18n.t('facets.partial')}</p>}
      <FacetList title={i18n.t('status.label')}>
        <FacetRow
          chosen={active && !query.isAnyChosen('status')}
          count={facets.total}
          onClick={() => onClear('status')}
        >
          {i18n.t('facets.all')}
        </FacetRow>
        {STATUSES.map((status) => (
          <FacetRow
            key={status}
            chosen={isChosen('status', status)}
            count={facets.status[status]}
            onClick={() => onToggle('status', status)}
          >
            {statusLabel(status)}
          </FacetRow>
        ))}
      </FacetList>
      <TagFacet
        tags={facets.tags}
        isChosen={(tag) => isChosen('tag', tag)}
        onToggle={(tag) => onToggle('tag', tag)}
      />
      <FacetList title={i18n.t('facets.years')} limit={6}>
        {facets.years.map(({ value, count }) => (
          <FacetRow
            key={value}
            chosen={isChosen('year', String(value))}
            count={count}
            onClick={() => onToggle('year', String(value))}
          >
            {value}
          </FacetRow>
        ))}
      </FacetList>
      <FacetList title={i18n.t('facets.organizations')} limit={6}>
        {facets.organizations.map(({ value, count }) => (
          <FacetRow
            key={value}
            chosen={isChosen('org', value)}
            count={count}
            onClick={() => onToggle('org', value)}
          >
            <bdi>{value}</bdi>
          </FacetRow>
        ))}
      </FacetList>
    </>
  );
}
