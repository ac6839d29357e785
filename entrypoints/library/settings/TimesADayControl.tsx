import { i18n } from '#i18n';
import type { DailyFetch } from '@/lib/settings/daily-fetch';
import { SegmentedRow } from './SegmentedRow';

const CHOICES = ['off', 'once', 'twice'] as const;
type Choice = (typeof CHOICES)[number];

const TIMES = { off: 0, once: 1, twice: 2 } as const satisfies Record<Choice, number>;

const LABELS = {
  off: 'dailyFetch.off',
  once: 'dailyFetch.onceADay',
  twice: 'dailyFetch.twiceADay',
} as const satisfies Record<Choice, string>;

interface Props {
  value: DailyFetch['timesADay'];
  hint: string;
  onChange(timesADay: DailyFetch['timesADay']): void;
}

/** How often to fetch. */
export function TimesADayControl({ value, hint, onChange }: Props) {
  return (
    <SegmentedRow
      label={i18n.t('dailyFetch.often')}
      hint={hint}
      explanation
      options={CHOICES}
      value={CHOICES[value]}
      labelOf={(choice) => i18n.t(LABELS[choice])}
      onChange={(choice) => onChange(TIMES[choice])}
    />
  );
}
