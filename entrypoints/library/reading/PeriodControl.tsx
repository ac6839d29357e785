import { i18n } from '#i18n';
import type { ReadingPeriod } from '@/lib/library/reading/reading-over-time';
import { SegmentedControl } from '@/components/fields/SegmentedControl';

const PERIODS: readonly ReadingPeriod[] = ['three-months', 'year', 'all'];

interface Props {
  value: ReadingPeriod;
  onChange(period: ReadingPeriod): void;
}

export function PeriodControl({ value, onChange }: Props) {
  return (
    <SegmentedControl
      aria-label={i18n.t('reading.period')}
      options={PERIODS}
      value={value}
      labelOf={periodLabel}
      onChange={onChange}
    />
  );
}

function periodLabel(period: ReadingPeriod): string {
  switch (period) {
    case 'three-months':
      return i18n.t('reading.threeMonths');
    case 'year':
      return i18n.t('reading.year');
    case 'all':
      return i18n.t('reading.all');
  }
}
