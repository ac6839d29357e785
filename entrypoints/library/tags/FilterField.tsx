import './filter-field.css';
import { useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { isComposing } from '@/lib/keyboard/keys-pressed';
import { CloseIcon } from '@/components/icons';
import { usePageKeys } from '@/components/hooks/use-page-keys';

interface Props {
  label: string;
  value: string;
  onChange(text: string): void;
}

/** Filters a list; `/` focuses it, Escape clears it. */
export function FilterField({ label, value, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  usePageKeys({
    '/'() {
      input.current?.focus();
      input.current?.select();
    },
  });
  return (
    <search class="search tag-filter">
      <input
        ref={input}
        type="search"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        aria-label={label}
        placeholder={label}
        aria-keyshortcuts="/"
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '' || isComposing(event)) return;
          event.preventDefault();
          onChange('');
        }}
      />
      {value === '' ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <button
          type="button"
          class="ps-icon-button ps-icon-button-quiet"
          aria-label={i18n.t('tagsView.clearFilter')}
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
        >
          <CloseIcon />
        </button>
      )}
    </search>
  );
}
