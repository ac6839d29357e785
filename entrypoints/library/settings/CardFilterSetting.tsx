import './card-filter-setting.css';
import { i18n } from '#i18n';
import { FILTER_EFFECTS, type CardFilter } from '@/lib/papers/card-filter';
import { SegmentedRow } from './SegmentedRow';

const KINDS = [
  ['onlyNew', 'listingSettings.notNew'],
  ['seen', 'listingSettings.seen'],
  ['read', 'listingSettings.read'],
  ['dismissed', 'listingSettings.dismissed'],
] as const satisfies readonly (readonly [keyof CardFilter, string])[];

const LABELS = {
  dim: 'listingSettings.dim',
  hide: 'listingSettings.hide',
} as const satisfies Record<CardFilter['how'], string>;

interface Props {
  value: CardFilter;
  onChange(part: Partial<CardFilter>): void;
}

/** Which cards are filtered on listings, and how. */
export function CardFilterSetting({ value, onChange }: Props) {
  return (
    <>
      <fieldset class="card-filter">
        <legend>{i18n.t('listingSettings.filterTitle')}</legend>
        {KINDS.map(([kind, key]) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={value[kind]}
              onChange={() => onChange({ [kind]: !value[kind] })}
            />
            {i18n.t(key)}
          </label>
        ))}
      </fieldset>
      <SegmentedRow
        label={i18n.t('listingSettings.effect')}
        options={FILTER_EFFECTS}
        value={value.how}
        labelOf={(how) => i18n.t(LABELS[how])}
        onChange={(how) => onChange({ how })}
      />
    </>
  );
}
