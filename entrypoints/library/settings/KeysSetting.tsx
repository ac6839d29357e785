import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { DEFAULT_PAGE_KEYS, PAGE_ACTIONS, type PageKeys } from '@/lib/papers/page-keys';
import { KeyField } from './KeyField';

interface Props {
  value: PageKeys;
  onChange(value: PageKeys): void;
}

/** Whether there are keys on listings, and which. */
export function KeysSetting({ value, onChange }: Props) {
  const id = useId();
  const { on, keys } = value;
  const isUsual = PAGE_ACTIONS.every((action) => keys[action] === DEFAULT_PAGE_KEYS.keys[action]);
  return (
    <>
      <div class="settings-row">
        <label for={id}>{i18n.t('listingSettings.keys')}</label>
        <input
          id={id}
          class="switch"
          type="checkbox"
          role="switch"
          checked={on}
          aria-checked={on}
          aria-describedby={`${id}-hint`}
          onChange={() => onChange({ ...value, on: !on })}
        />
        <p id={`${id}-hint`} class="settings-hint">
          {i18n.t('listingSettings.keysHint')} {on && i18n.t('listingSettings.keyHint')}
        </p>
      </div>
      {on && (
        <div class="page-keys">
          {PAGE_ACTIONS.map((action) => (
            <KeyField
              key={action}
              action={action}
              keys={keys}
              onChange={(key) => onChange({ ...value, keys: { ...keys, [action]: key } })}
            />
          ))}
          <button
            type="button"
            class="ps-button keys-reset"
            aria-disabled={isUsual}
            onClick={() => {
              if (!isUsual) onChange({ ...value, keys: DEFAULT_PAGE_KEYS.keys });
            }}
          >
            {i18n.t('listingSettings.reset')}
          </button>
        </div>
      )}
    </>
  );
}
