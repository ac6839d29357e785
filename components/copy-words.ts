import { i18n } from '#i18n';
import { languageOfWords } from './paper-words';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size as people read it, in steps of 1,000: `3.1 MB`. */
export function byteSize(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const size = bytes / 1000 ** step;
  return new Intl.NumberFormat(languageOfWords(), {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    maximumFractionDigits: step > 0 && size < 10 ? 1 : 0,
  }).format(size);
}

/** A time of the reader's own clock: `Nov 23, 2026, 9:14 AM`. */
export function dayAndTime(time: number): string {
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(languageOfWords(), style).format(time);
}

const DAY = 86_400_000;

/**
 * How long there has been no copy, both in ms since epoch: `Last copy 41 days ago`.
 * @param lastCopyAt undefined when there was never one
 */
export function lastCopyWords(lastCopyAt: number | undefined, now: number): string {
  if (lastCopyAt === undefined) return i18n.t('backup.never');
  const days = Math.floor((now - lastCopyAt) / DAY);
  return i18n.t('backup.lastDays', days, [days]);
}
