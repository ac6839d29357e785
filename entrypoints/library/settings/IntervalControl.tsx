import { i18n } from '#i18n';
import { INTERVALS, type Interval } from '@/lib/settings/backup-schedule';
import { SegmentedRow } from './SegmentedRow';

const LABELS = {
  day: 'backup.everyDay',
  week: 'backup.everyWeek',
  month: 'backup.everyMonth',
} as const satisfies Record<Interval, string>;

interface Props {
  value: Interval;
  onChange(every: Interval): void;
}

export function IntervalControl({ value, onChange }: Props) {
  return (
    <SegmentedRow
      label={i18n.t('backup.every')}
      hint={i18n.t('backup.everyHint')}
      options={INTERVALS}
      value={value}
      labelOf={(every) => i18n.t(LABELS[every])}
      onChange={onChange}
    />
  );
}
