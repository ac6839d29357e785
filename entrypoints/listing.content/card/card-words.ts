import { i18n } from '#i18n';

/** In place of a card's title. */
const TITLE = '\uFFFC';

const messages = {
  save: () => i18n.t('saveButton.save', [TITLE]),
  saved: () => i18n.t('saveButton.saved', [TITLE]),
  saveHint: () => i18n.t('card.saveHint'),
  openHint: () => i18n.t('card.openHint'),
  dismiss: () => i18n.t('card.dismiss', [TITLE]),
  dismissHint: () => i18n.t('card.dismissHint'),
  dismissedHint: () => i18n.t('card.dismissedHint'),
};

const known = new Map<keyof typeof messages, string>();

/** A message for one of many cards, asked for once: each takes the browser 50 µs. */
export function cardWords(name: keyof typeof messages, title = ''): string {
  const words = known.get(name) ?? messages[name]();
  known.set(name, words);
  return words.replace(TITLE, () => title);
}
