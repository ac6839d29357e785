import './popover.css';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { ChevronIcon } from '../icons';
import { usePressOutside } from './use-press-outside';

/** Minimum distance from the viewport edges, px. */
const EDGE = 8;

interface Props {
  label: string;
  open: boolean;
  onToggle(open: boolean): void;
  children: ComponentChildren;
}

/** A button with a box above it; Escape and an outside press close it. */
export function Popover({ label, open, onToggle, children }: Props) {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  usePressOutside(root, open, () => onToggle(false));
  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('.menu-box :is(input, button, select)')?.focus();
  }, [open]);
  useLayoutEffect(() => {
    const box = root.current?.querySelector<HTMLElement>('.menu-box');
    if (!box) return;
    const { left, right } = box.getBoundingClientRect();
    const over = Math.max(0, right - (document.documentElement.clientWidth - EDGE));
    const under = Math.max(0, EDGE - left);
    box.style.translate = `${under - over}px`;
  }, [open]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- for Escape in the box
    <div
      ref={root}
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || !open) return;
        event.preventDefault();
        event.stopPropagation();
        onToggle(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        class="ps-button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => onToggle(!open)}
      >
        {label}
        <ChevronIcon />
      </button>
      {open && (
        <div id={id} class="menu-box menu-up menu-end" role="dialog" aria-label={label}>
          {children}
        </div>
      )}
    </div>
  );
}
