import { i18n } from '#i18n';

/**
 * The language that the words are in, as the reader writes dates in it (`en-GB`): the browser's own
 * may be one that there are no words for, and a sentence in two languages reads badly.
 */
export function uiLocale(): string | undefined {
  const language = i18n.t('language');
  return navigator.languages.find((known) => known.startsWith(language)) ?? language;
}
