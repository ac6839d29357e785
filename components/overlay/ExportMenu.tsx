import './popover.css';
import './export-menu.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { ExportChoice } from '@/lib/export/format';
import { ChevronIcon } from '../icons';
import { usePressOutside } from './use-press-outside';

interface Props {
  /** Undefined while loading. */
  choices: readonly ExportChoice[] | undefined;
  /** The papers to export: `3 selected papers`. */
  scope: string;
  opens: 'up' | 'down';
  align: 'start' | 'end';
  onExport(id: string): void;
}

/** The Export button and its menu of formats. */
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

  // Focus the first item, however opened.
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

/** The item that a key moves to; undefined for other keys. */
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
