import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * Whether the sidebar is drawn over the page, where there is no room for it beside the rest. While
 * it is, Escape closes it; opening it takes the focus into it and closing it gives it back.
 */
export function useDrawer(): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(false);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (!open) return;
    opener.current = document.activeElement;
    document.querySelector<HTMLElement>('#sidebar :is(button, a)')?.focus();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      setOpen(false);
      if (opener.current instanceof HTMLElement) opener.current.focus();
    };
    // Before the list, for which Escape means something else.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [open]);
  return [open, setOpen];
}
