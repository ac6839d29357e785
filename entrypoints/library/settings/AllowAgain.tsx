import { i18n } from '#i18n';

interface Props {
  /** What the browser no longer lets Papershelf do. */
  words: string;
  onAllow(): void;
}

/** Says that the browser took a permission back, with a button that asks for it again. */
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
