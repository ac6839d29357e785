import { i18n } from '#i18n';
import { isAhead } from '@/lib/shared/clock';
import { DAY_MS } from '@/lib/shared/day';
import { uiLocale } from './ui-locale';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** In decimal units from kilobytes up: `3.1 MB`. */
export function byteSize(bytes: number): string {
  let size = bytes / 1000;
  let unit = 0;
  for (; size >= 1000 && unit < UNITS.length - 1; unit += 1) size /= 1000;
  return new Intl.NumberFormat(uiLocale(), {
    style: 'unit',
    unit: UNITS[unit] ?? 'kilobyte',
    maximumFractionDigits: size < 10 ? 1 : 0,
  }).format(size);
}

/**
 * `Last backup 41 days ago`. Both in ms since epoch.
 * @param lastBackupAt undefined if none
 */
export function lastBackupMessage(lastBackupAt: number | undefined, now: number): string {
  if (lastBackupAt === undefined) return i18n.t('backup.never');
  if (isAhead(lastBackupAt, now)) return i18n.t('backup.ahead');
  const days = Math.floor((now - lastBackupAt) / DAY_MS);
  return i18n.t('backup.lastDays', days, [days]);
}
