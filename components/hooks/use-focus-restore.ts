import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Fallback targets; the first visible wins. */
const PLACES = [
  // Only the current row is tabbable.
  '.row-title a:not([tabindex="-1"])',
  '.tag-link:not([tabindex="-1"])',
  '.detail-title',
  '.view-title',
  '.empty',
];

/**
 * When `area` unmounts with the focus, focuses the previous element, else the current row, else a
 * heading.
 */
export function useFocusRestore(area: RefObject<HTMLElement | null>): void {
  // Layout effect: cleans up before the focus is lost.
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return undefined;
    let before: EventTarget | null = null;
    const onFocusIn = ({ relatedTarget }: FocusEvent): void => {
      const cameFromWithin = relatedTarget instanceof Node && element.contains(relatedTarget);
      if (!cameFromWithin) before = relatedTarget;
    };
    element.addEventListener('focusin', onFocusIn);
    return () => {
      element.removeEventListener('focusin', onFocusIn);
      if (!element.contains(document.activeElement)) return;
      // After rendering, which may also remove the previous element.
      queueMicrotask(() => restoreFocus(before));
    };
  }, [area]);
}

function restoreFocus(before: EventTarget | null): void {
  // Something else took the focus.
  if (document.activeElement !== document.body) return;
  if (takesFocus(before)) return;
  PLACES.some((place) => [...document.querySelectorAll(place)].some(takesFocus));
}

/** Focuses it; false if removed, hidden or disabled. */
function takesFocus(target: unknown): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // Keeps the scroll position.
  target.focus({ preventScroll: true });
  return document.activeElement === target;
}
