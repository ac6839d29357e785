import { i18n } from '#i18n';

/** `1,200 new papers`. */
export function newPapersMessage(count: number): string {
  const number = new Intl.NumberFormat(i18n.t('language')).format(count);
  return i18n.t('dailyFetch.newPapers', count, [number]);
}
