import { i18n } from '#i18n';

/**
 * The reader's locale (`en-GB`) of the UI language: the browser's may be untranslated, and mixed
 * languages read badly.
 */
export function uiLocale(): string | undefined {
  const language = i18n.t('language');
  return navigator.languages.find((known) => known.startsWith(language)) ?? language;
}
