import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ChevronIcon } from '../icons';
import { positionPopover } from './position-popover';

interface Props {
  label: string;
  disabled?: boolean;
  /** Rendered while open; `close` closes it. */
  children: (close: () => void) => ComponentChildren;
}

/**
 * A button with a popover (top layer). The browser closes it on Escape or an outside press and
 * returns the focus.
 */
export function Menu({ label, disabled, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    if (!open || box.current === null || button.current === null) return;
    positionPopover(box.current, button.current);
    box.current.querySelector<HTMLElement>('button, input')?.focus();
  }, [open]);
  const close = () => box.current?.hidePopover();
  return (
    <>
      <button
        ref={button}
        type="button"
        class="ps-button ps-menu-button"
        aria-haspopup="dialog"
        aria-expanded={open}
        disabled={disabled}
        popovertarget={id}
      >
        {label}
        <ChevronIcon />
      </button>
      <div
        ref={box}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        class="ps-menu"
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && <Content close={close}>{children}</Content>}
      </div>
    </>
  );
}

function Content({ close, children }: { close: () => void; children: Props['children'] }) {
  return <>{children(close)}</>;
}
