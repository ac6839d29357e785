import { i18n } from '#i18n';
import type { CalendarUnit } from '@/lib/shared/calendar';
import type { Day } from '@/lib/shared/day';
import { longDay, longMonth } from '@/components/format/format-time';

/** The span from `start`: `Week of Sep 28, 2026`. */
export function spanName(start: Day, unit: CalendarUnit): string {
  return unit === 'week' ? i18n.t('reading.weekOf', [longDay(start)]) : spanInColumn(start, unit);
}

/** A span under a `unitLabel` heading. */
export function spanInColumn(start: Day, unit: CalendarUnit): string {
  const year = start.slice(0, 4);
  switch (unit) {
    case 'week':
      return longDay(start);
    case 'month':
      return longMonth(start);
    case 'quarter':
      return i18n.t('reading.quarterOf', [String(Math.ceil(Number(start.slice(5, 7)) / 3)), year]);
    case 'year':
      return year;
  }
}

/** A unit's column heading. */
export function unitLabel(unit: CalendarUnit): string {
  switch (unit) {
    case 'week':
      return i18n.t('reading.week');
    case 'month':
      return i18n.t('reading.month');
    case 'quarter':
      return i18n.t('reading.quarter');
    case 'year':
      return i18n.t('reading.years');
  }
}
