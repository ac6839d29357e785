import { i18n } from '#i18n';

/** Link to the Daily Papers listing. */
export function ListingLink() {
  return (
    <a href="https://huggingface.co/papers" target="_blank" rel="noreferrer">
      {i18n.t('popup.dailyPapers')}
    </a>
  );
}
