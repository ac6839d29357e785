import { i18n } from '#i18n';
import { DAY_MS } from '@/lib/shared/day';
import { uiLocale } from './ui-locale';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size as people read it, in steps of 1,000: `3.1 MB`; nothing smaller than kilobytes. */
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
 * How long there has been no copy, both in ms since epoch: `Last copy 41 days ago`.
 * @param lastBackupAt undefined when there was never one
 */
export function lastBackupMessage(lastBackupAt: number | undefined, now: number): string {
  if (lastBackupAt === undefined) return i18n.t('backup.never');
  const days = Math.floor((now - lastBackupAt) / DAY_MS);
  return i18n.t('backup.lastDays', days, [days]);
}
