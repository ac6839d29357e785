import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { pageActionLabel } from '@/components/format/page-action-labels';
import { isShortcut } from '@/lib/keyboard/keys-pressed';
import { isPageKey, PAGE_ACTIONS, type PageAction, type PageKeys } from '@/lib/keyboard/page-keys';

interface Props {
  action: PageAction;
  keys: PageKeys['keys'];
  /** @param key null disables it */
  onChange(key: string | null): void;
}

/**
 * An action's key; empty disables it. Rejects other actions' keys and modifiers, with a message.
 */
export function KeyField({ action, keys, onChange }: Props) {
  const id = useId();
  const [problem, setProblem] = useState('');
  /** Option is held: on a Mac it types characters, but page keys have no modifiers. */
  const withOption = useRef(false);
  const noteOption = (event: KeyboardEvent): void => {
    withOption.current = event.altKey && isShortcut(event);
  };
  const take = (field: HTMLInputElement): void => {
    // The old key is selected, but input methods may insert text beside it.
    const typed = [...field.value.trim()].at(-1) ?? null;
    const owner = PAGE_ACTIONS.find((other) => other !== action && keys[other] === typed);
    const problem = problemOf(typed, withOption.current, owner);
    setProblem(problem);
    if (problem === '' && typed !== keys[action]) onChange(typed);
    field.value = (problem === '' ? typed : keys[action]) ?? '';
    field.select();
  };
  return (
    <div class="settings-row">
      <label for={id}>{pageActionLabel(action)}</label>
      <input
        id={id}
        class="ps-field key-field"
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={keys[action] ?? ''}
        placeholder={i18n.t('listingSettings.keyOff')}
        aria-describedby={`${id}-problem`}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onKeyDown={noteOption}
        onKeyUp={noteOption}
        onInput={(event) => {
          if (!event.isComposing) take(event.currentTarget);
        }}
        onCompositionEnd={({ currentTarget }) => take(currentTarget)}
        onBlur={() => setProblem('')}
      />
      <p id={`${id}-problem`} class="settings-hint key-problem" role="status">
        {problem}
      </p>
    </div>
  );
}

/** Why a key is rejected; empty if not. */
function problemOf(key: string | null, withOption: boolean, owner: PageAction | undefined): string {
  if (key === null) return '';
  if (withOption || !isPageKey(key)) return i18n.t('listingSettings.invalidKey');
  return owner === undefined
    ? ''
    : i18n.t('listingSettings.keyTaken', [key, pageActionLabel(owner)]);
}
