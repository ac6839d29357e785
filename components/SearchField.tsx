import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { CloseIcon, LogoIcon } from './icons';

interface Props {
  value: string;
  onChange(query: string): void;
}

/** The search box of a page; `/` goes to it from anywhere, Escape clears it. */
export function SearchField({ value, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <search class="search">
      <span class="search-logo">
        <LogoIcon />
      </span>
      <input
        ref={input}
        type="search"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        aria-label={i18n.t('search.label')}
        placeholder={i18n.t('search.label')}
        aria-keyshortcuts="/"
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return;
          event.preventDefault();
          onChange('');
        }}
      />
      {value === '' ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <button
          type="button"
          class="search-clear"
          aria-label={i18n.t('search.clear')}
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

/** Whether keys pressed in `target` are text. */
export function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type);
}
