import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
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
      <div
        class="ps-segments"
        role="radiogroup"
        aria-labelledby={id}
        aria-describedby={`${id}-hint`}
      >
        {INTERVALS.map((every) => (
          <label key={every} class="ps-segment">
            <input
              type="radio"
              name={id}
              value={every}
              checked={every === value}
              onChange={() => onChange(every)}
            />
            <span class="ps-segment-word" data-word={i18n.t(WORDS[every])}>
              {i18n.t(WORDS[every])}
            </span>
          </label>
        ))}
      </div>
      <p id={`${id}-hint`} class="settings-hint">
        {i18n.t('backup.everyHint')}
      </p>
    </div>
  );
}
