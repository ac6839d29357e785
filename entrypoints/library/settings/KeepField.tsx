import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { KEEP } from '@/lib/settings/backup-schedule';

interface Props {
  value: number;
  onChange(keep: number): void;
}

/** How many automatic copies are kept. What is no such number is set back when it is left. */
export function KeepField({ value, onChange }: Props) {
  const id = useId();
  return (
    <div class="settings-row">
      <label for={id}>{i18n.t('backup.keep')}</label>
      <input
        id={id}
        class="ps-field keep-field"
        type="number"
        required
        min={KEEP.min}
        max={KEEP.max}
        step={1}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          if (currentTarget.checkValidity()) onChange(currentTarget.valueAsNumber);
          else currentTarget.value = String(value);
        }}
      />
      <p id={`${id}-hint`} class="settings-hint">
        {i18n.t('backup.keepHint')}
      </p>
    </div>
  );
}
