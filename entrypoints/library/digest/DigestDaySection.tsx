import './digest-day-section.css';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Day } from '@/lib/shared/day';
import { fullCount } from '@/components/format/format-count';
import { dayWithWeekday } from '@/components/format/format-time';

interface Props {
  day: Day;
  count: number;
  children: ComponentChildren;
}

/** One day's papers under the date. */
export function DigestDaySection({ day, count, children }: Props) {
  const id = useId();
  return (
    <section class="digest-day" aria-labelledby={id}>
      <header class="digest-day-head">
        <h3 id={id}>
          <time dateTime={day}>{dayWithWeekday(day, new Date())}</time>
        </h3>
        <span>{i18n.t('papers', count, [fullCount(count)])}</span>
      </header>
      <ul>{children}</ul>
    </section>
  );
}
