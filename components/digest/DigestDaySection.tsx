import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Day } from '@/lib/papers/day';
import { languageOfWords } from '../language-of-words';
import { fullCount } from '../paper-words';

interface Props {
  day: Day;
  /** How many papers it has. */
  count: number;
  /** Its rows. */
  children: ComponentChildren;
}

/** The papers of one day, under its weekday and date. */
export function DigestDaySection({ day, count, children }: Props) {
  const id = useId();
  return (
    <section class="digest-day" aria-labelledby={id}>
      <header class="digest-day-head">
        <h3 id={id}>
          <time dateTime={day}>{dayInFull(day, new Date())}</time>
        </h3>
        <span>{i18n.t('papers', count, [fullCount(count)])}</span>
      </header>
      <ul>{children}</ul>
    </section>
  );
}

/** A day with its weekday, and its year when that is not this year: `Friday, November 20`. */
function dayInFull(day: Day, today: Date): string {
  return new Intl.DateTimeFormat(languageOfWords(), {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(day.startsWith(String(today.getUTCFullYear())) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(day));
}
