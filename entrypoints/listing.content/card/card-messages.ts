import { i18n } from '#i18n';

/** In place of a card's title. */
const TITLE = '\uFFFC';

const messages = {
  new: () => i18n.t('paper.new'),
  save: () => i18n.t('saveButton.save', [TITLE]),
  saved: () => i18n.t('saveButton.saved', [TITLE]),
  saveHint: () => i18n.t('card.saveHint'),
  openHint: () => i18n.t('card.openHint'),
  dismiss: () => i18n.t('card.dismiss', [TITLE]),
  dismissHint: () => i18n.t('card.dismissHint'),
  dismissedHint: () => i18n.t('card.dismissedHint'),
  select: () => i18n.t('library.select', [TITLE]),
};

const known = new Map<keyof typeof messages, string>();

/** Asks the browser once, since each call takes 50 µs. */
export function cardMessage(name: keyof typeof messages, title = ''): string {
  const message = known.get(name) ?? messages[name]();
  known.set(name, message);
  return message.replace(TITLE, () => title);
}
