import { isComposing } from '@/lib/keyboard/keys-pressed';
import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * Whether the sidebar is open as a drawer. Opening moves the focus into it; Escape closes it and
 * returns the focus.
 */
export function useDrawer(): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (!open) return;
    opener.current = document.activeElement;
    document.querySelector<HTMLElement>('#sidebar :is(button, a)')?.focus();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || isComposing(event)) return;
      event.preventDefault();
      setOpen(false);
      if (opener.current instanceof HTMLElement) opener.current.focus();
    };
    // Before the list's own Escape handler.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [open]);
  return [open, setOpen];
}
