import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** What takes the focus when it cannot go back to where it was, the first there is in sight. */
const PLACES = [
  // The current row of a list; the others are no tab stops.
  '.row-title a:not([tabindex="-1"])',
  '.tag-link:not([tabindex="-1"])',
  '.detail-title',
  '.view-title',
  '.empty',
];

/**
 * For what comes and goes in a page: when it goes with the focus in it, the focus goes back to where
 * it was before, else to the current row of the list, else to a heading.
 */
export function useFocusRestore(area: RefObject<HTMLElement | null>): void {
  // A layout effect, since only those are cleaned up while what goes still has the focus.
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
      // Once the page is drawn without it, for what had the focus before may go at the same time.
      queueMicrotask(() => restoreFocus(before));
    };
  }, [area]);
}

function restoreFocus(before: EventTarget | null): void {
  // Else something took it already.
  if (document.activeElement !== document.body) return;
  if (takesFocus(before)) return;
  PLACES.some((place) => [...document.querySelectorAll(place)].some(takesFocus));
}

/** Gives it the focus; whether it took it: it may be gone, hidden or disabled. */
function takesFocus(target: unknown): boolean {
  if (!(target instanceof HTMLElement)) return false;
  // What the reader looks at stays where it is.
  target.focus({ preventScroll: true });
  return document.activeElement === target;
}
