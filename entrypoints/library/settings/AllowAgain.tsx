import { i18n } from '#i18n';

interface Props {
  /** What the browser no longer allows. */
  message: string;
  onAllow(): void;
}

/** Warns that a permission was revoked, with a button to request it again. */
export function AllowAgain({ message, onAllow }: Props) {
  return (
    <div class="settings-row settings-warning" role="status">
      <span>{message}</span>
      <button type="button" class="ps-button" onClick={onAllow}>
        {i18n.t('settings.allowAgain')}
      </button>
    </div>
  );
}
