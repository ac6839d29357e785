import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ReadingPeriod } from '@/lib/library/reading-over-time';

const PERIODS: readonly ReadingPeriod[] = ['three-months', 'year', 'all'];

interface Props {
  value: ReadingPeriod;
  onChange(period: ReadingPeriod): void;
}

/** How far back to look. Native radios, as in the status control. */
export function PeriodControl({ value, onChange }: Props) {
  const name = useId();
  return (
    <div class="ps-segments" role="radiogroup" aria-label={i18n.t('reading.period')}>
      {PERIODS.map((period) => (
        <label key={period} class="ps-segment">
          <input
            type="radio"
            name={name}
            value={period}
            checked={period === value}
            onChange={() => onChange(period)}
          />
          <span class="ps-segment-word" data-word={periodWord(period)}>
            {periodWord(period)}
          </span>
        </label>
      ))}
    </div>
  );
}

function periodWord(period: ReadingPeriod): string {
  switch (period) {
    case 'three-months':
      return i18n.t('reading.threeMonths');
    case 'year':
      return i18n.t('reading.year');
    case 'all':
      return i18n.t('reading.all');
  }
}
