import './keys-setting.css';
import { i18n } from '#i18n';
import { DEFAULT_PAGE_KEYS, PAGE_ACTIONS, type PageKeys } from '@/lib/keyboard/page-keys';
import { KeyField } from './KeyField';
import { SwitchRow } from './SwitchRow';

interface Props {
  value: PageKeys;
  onChange(part: Partial<PageKeys>): void;
}

export function KeysSetting({ value, onChange }: Props) {
  const { on, keys } = value;
  const isUsual = PAGE_ACTIONS.every((action) => keys[action] === DEFAULT_PAGE_KEYS.keys[action]);
  return (
    <>
      <SwitchRow
        label={i18n.t('listingSettings.keys')}
        hint={
          <>
            {i18n.t('listingSettings.keysHint')} {on && i18n.t('listingSettings.keyHint')}
          </>
        }
        on={on}
        onChange={(keysOn) => onChange({ on: keysOn })}
      />
      {on && (
        <div class="page-keys">
          {PAGE_ACTIONS.map((action) => (
            <KeyField
              key={action}
              action={action}
              keys={keys}
              onChange={(key) => onChange({ keys: { ...keys, [action]: key } })}
            />
          ))}
          <button
            type="button"
            class="ps-button keys-reset"
            aria-disabled={isUsual}
            onClick={() => {
              if (!isUsual) onChange({ keys: DEFAULT_PAGE_KEYS.keys });
            }}
          >
            {i18n.t('listingSettings.reset')}
          </button>
        </div>
      )}
    </>
  );
}
