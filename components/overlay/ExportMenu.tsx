import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ChevronIcon } from '../icons';
import { usePressOutside } from './use-press-outside';

/** A format as the menu needs it. */
export interface ExportChoice {
  id: string;
  label: string;
}

interface Props {
  /** Undefined while they are being loaded. */
  choices: readonly ExportChoice[] | undefined;
  /** What is exported, in words: `3 selected papers`. */
  scope: string;
  /** Which side of the button it opens to. */
  opens: 'up' | 'down';
  /** At which edge of the button it is aligned. */
  align: 'start' | 'end';
  onExport(id: string): void;
}

/** The Export button and its menu of formats, which says first what will be exported. */
export function ExportMenu({ choices, scope, opens, align, onExport }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const items = (): HTMLElement[] => [
    ...(root.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
  ];
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };

  // A menu opened by whatever means begins at its first item.
  useEffect(() => {
    if (open) items()[0]?.focus();
  }, [open, choices]);
  usePressOutside(root, open, () => setOpen(false));

  const onMenuKeyDown = (event: KeyboardEvent): void => {
    const all = items();
    const at = all.findIndex((item) => item === event.target);
    const next = nextItem(event.key, at, all.length);
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') {
      setOpen(false);
      return;
    } else if (next === undefined) {
      return;
    } else {
      all[next]?.focus();
    }
    event.preventDefault();
  };

  return (
    <div ref={root} class="menu">
      <button
        ref={button}
        type="button"
        class="ps-button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {i18n.t('export.label')}
        <ChevronIcon />
      </button>
      {open && (
        <div class={`menu-box menu-${opens} menu-${align}`}>
          <p id={`${id}-scope`} class="menu-scope">
            {scope}
          </p>
          <div
            id={id}
            role="menu"
            tabIndex={-1}
            onKeyDown={onMenuKeyDown}
            aria-label={i18n.t('export.label')}
            aria-describedby={`${id}-scope`}
          >
            {choices?.map((choice) => (
              <button
                key={choice.id}
                type="button"
                role="menuitem"
                class="menu-item"
                tabIndex={-1}
                onClick={() => {
                  close();
                  onExport(choice.id);
                }}
              >
                {choice.label}
              </button>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}

/** Where a key leads from item `at` of `count`; undefined when it leads nowhere. */
function nextItem(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
