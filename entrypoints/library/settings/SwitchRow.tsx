import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  label: string;
  /** What it means, or why it could not be turned. */
  hint: ComponentChildren;
  /** Whether the hint is read out when it changes. */
  explanation?: boolean;
  on: boolean;
  onChange(on: boolean): void;
}

/** A setting that is on or off. */
export function SwitchRow({ label, hint, explanation = false, on, onChange }: Props) {
  const id = useId();
  return (
    <div class="settings-row">
      <label for={id}>{label}</label>
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
      <p id={`${id}-hint`} class="settings-hint" role={explanation ? 'status' : undefined}>
        {hint}
      </p>
    </div>
  );
}
