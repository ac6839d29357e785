import { i18n } from '#i18n';

interface Props {
  /** What the browser no longer allows. */
  words: string;
  onAllow(): void;
}

/** Warns that a permission was revoked, with a button to request it again. */
export function AllowAgain({ words, onAllow }: Props) {
  return (
    <div class="settings-row settings-warning" role="status">
      <span>{words}</span>
      <button type="button" class="ps-button" onClick={onAllow}>
        {i18n.t('settings.allowAgain')}
      </button>
    </div>
  );
}
