import { useId, useLayoutEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { KEEP } from '@/lib/settings/backup-schedule';

interface Props {
  value: number;
  onChange(keep: number): void;
}

/**
 * Number of automatic backups to keep. Clamps out-of-range numbers, with a message; resets other
 * input.
 */
export function KeepField({ value, onChange }: Props) {
  const id = useId();
  const [limited, setLimited] = useState(false);
  /** Uncommitted: a re-render would reset the field. */
  const [typed, setTyped] = useState<string>();
  // Layout effect: must not reset later typing.
  useLayoutEffect(() => setTyped(undefined), [value]);
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
        value={typed ?? value}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={({ currentTarget }) => {
          const entered = currentTarget.valueAsNumber;
          const keep = Number.isNaN(entered)
            ? value
            : Math.min(KEEP.max, Math.max(KEEP.min, Math.round(entered)));
          setTyped(String(keep));
          setLimited(keep !== entered && !Number.isNaN(entered));
          if (keep !== value) onChange(keep);
        }}
      />
      <p id={`${id}-hint`} class="settings-hint">
        {i18n.t('backup.keepHint')}{' '}
        <span role="status">{limited && i18n.t('backup.keepLimits', [KEEP.min, KEEP.max])}</span>
      </p>
    </div>
  );
}
