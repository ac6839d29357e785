import { i18n } from '#i18n';

interface Props {
  /** What is no longer allowed. */
  message: string;
  onAllow(): void;
}

/** Warns of a revoked permission, with a button to request it. */
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
