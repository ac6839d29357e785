import { useId } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  on: boolean;
  hint: string;
  onChange(on: boolean): void;
}

/** Whether the reader is notified of new papers. */
export function NotifySwitch({ on, hint, onChange }: Props) {
  const id = useId();
  return (
    <div class="settings-row">
      <label for={id}>{i18n.t('dailyFetch.notify')}</label>
      <input
        id={id}
        class="switch"
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        aria-describedby={`${id}-hint`}
        onClick={(event) => {
          // It turns when the setting has changed: the reader may still say no to the browser.
          event.preventDefault();
          onChange(!on);
        }}
      />
      <p id={`${id}-hint`} class="settings-hint" role="status">
        {hint}
      </p>
    </div>
  );
}
