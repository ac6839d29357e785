import { i18n } from '#i18n';
import { STATUSES } from '@/lib/papers/entry';
import type { Facets as FacetCounts } from '@/lib/search/found';
import { statusLabel } from '@/components/format/status-labels';
import { FacetList } from './FacetList';
import { FacetRow } from './FacetRow';
import { TagFacet } from './TagFacet';

/** Query keys with a facet. */
export type FacetKey = 'status' | 'tag' | 'year' | 'org';

interface Props {
  /** Undefined until first counted. */
  facets: FacetCounts | undefined;
  /** While indexing, counts may grow. */
  partial: boolean;
  /** Whether papers are shown; if not, marks no value. */
  active: boolean;
  isChosen(key: FacetKey, value: string): boolean;
  isAnyChosen(key: FacetKey): boolean;
  onToggle(key: FacetKey, value: string): void;
  onClear(key: FacetKey): void;
}

/** Facet counts of found papers; clicks toggle query terms. */
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
