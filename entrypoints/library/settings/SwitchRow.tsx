import './switch-row.css';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  label: string;
  /** Explanation, or why switching failed. */
  hint: ComponentChildren;
  /** Screen readers announce hint changes. */
  explanation?: boolean;
  on: boolean;
  onChange(on: boolean): void;
}

/** An on/off setting. */
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
        onChange={() => onChange(!on)}
      />
      <p id={`${id}-hint`} class="settings-hint" role={explanation ? 'status' : undefined}>
        {hint}
      </p>
    </div>
  );
}
