import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { SegmentedControl } from '@/components/SegmentedControl';
import { INTERVALS, type Interval } from '@/lib/settings/backup-schedule';

const WORDS = {
  day: 'backup.everyDay',
  week: 'backup.everyWeek',
  month: 'backup.everyMonth',
} as const satisfies Record<Interval, string>;

interface Props {
  value: Interval;
  onChange(every: Interval): void;
}

/** How often a copy is made. */
export function IntervalControl({ value, onChange }: Props) {
  const id = useId();
  return (
    <div class="settings-row">
      <span id={id}>{i18n.t('backup.every')}</span>
      <SegmentedControl
        aria-labelledby={id}
        aria-describedby={`${id}-hint`}
        options={INTERVALS}
        value={value}
        wordOf={(every) => i18n.t(WORDS[every])}
        onChange={onChange}
      />
      <p id={`${id}-hint`} class="settings-hint">
        {i18n.t('backup.everyHint')}
      </p>
    </div>
  );
}
