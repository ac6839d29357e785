import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isComposing } from '@/lib/keyboard/keys-pressed';
import { ChevronIcon } from '../icons';
import { keepOpen } from './keep-open';
import { positionPopover } from './position-popover';

interface Props {
  label: string;
  disabled?: boolean;
  /** In a `menu`, arrow keys, Home and End move between items. */
  role?: 'dialog' | 'menu';
  /** The menu's subject: `3 selected papers`. */
  scope?: string;
  /** Opens or closes it from outside. */
  open?: boolean;
  onToggle?(open: boolean): void;
  /** Rendered while open. */
  children: (close: () => void) => ComponentChildren;
}

/** A button with a popover (top layer), which an outside press closes. */
export function Menu({ label, disabled, role = 'dialog', scope, children, ...control }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    if (!open || box.current === null || button.current === null) return;
    positionPopover(box.current, button.current);
    box.current.querySelector<HTMLElement>('button, input')?.focus();
  }, [open]);
  useEffect(() => {
    if (control.open === true) box.current?.showPopover();
    if (control.open === false) box.current?.hidePopover();
  }, [control.open]);
  const close = (): void => {
    // In shadow roots, Chromium does not return the focus (seen in 156).
    const hasFocus = box.current?.matches(':focus-within');
    box.current?.hidePopover();
    if (hasFocus) button.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !open) return;
    if (isComposing(event)) {
      if (event.key === 'Escape') keepOpen(event);
      return;
    }
    if (event.key === 'Escape') {
      // The browser would also close the popup.
      close();
    } else if (role === 'menu' && event.key === 'Tab') {
      close();
      return;
    } else if (role !== 'menu' || !moveMenuFocus(box.current, event)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const content = open && <Content close={close}>{children}</Content>;
  return (
    <>
      <button
        ref={button}
        type="button"
        class="ps-button ps-menu-button"
        aria-haspopup={role}
        aria-expanded={open}
        disabled={disabled}
        popovertarget={id}
        onKeyDown={(event) => {
          if (role !== 'menu' || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
          event.preventDefault();
          box.current?.showPopover();
        }}
      >
        {label}
        <ChevronIcon />
      </button>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of its content */}
      <div
        ref={box}
        id={id}
        popover="auto"
        {...(role === 'dialog' && { role, 'aria-label': label })}
        class="ps-menu"
        onKeyDown={onKeyDown}
        onToggle={(event) => {
          setOpen(event.newState === 'open');
          control.onToggle?.(event.newState === 'open');
        }}
      >
        {scope !== undefined && open && (
          <p id={`${id}-scope`} class="ps-menu-scope">
            {scope}
          </p>
        )}
        {role === 'menu' && open ? (
          <div
            role="menu"
            aria-label={label}
            aria-describedby={scope === undefined ? undefined : `${id}-scope`}
          >
            {content}
          </div>
        ) : (
          content
        )}
      </div>
    </>
  );
}

function Content({ close, children }: { close: () => void; children: Props['children'] }) {
  return <>{children(close)}</>;
}

/** Moves between menu items; false for other keys. */
export function moveMenuFocus(box: HTMLElement | null, { key, target }: KeyboardEvent): boolean {
  const items = [...(box?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const at = items.findIndex((item) => item === target);
  const next = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  }[key];
  if (next === undefined) return false;
  items[next]?.focus();
  return true;
}
