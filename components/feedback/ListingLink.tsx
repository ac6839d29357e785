import { i18n } from '#i18n';

/** To the listing whose cards Papershelf reads. */
export function ListingLink() {
  return (
    <a href="https://huggingface.co/papers" target="_blank" rel="noreferrer">
      {i18n.t('popup.dailyPapers')}
    </a>
  );
}
