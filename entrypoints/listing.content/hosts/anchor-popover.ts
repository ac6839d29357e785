import { isComposing } from '@/lib/keyboard/keys-pressed';
import { positionPopover } from '@/components/overlay/position-popover';

/**
 * Keeps a popover beside `anchor()`, and calls `onLeave` on Escape or a press outside, until
 * `signal` aborts.
 * @returns repositions the popover
 */
export function anchorPopover(
  box: HTMLElement,
  anchor: () => HTMLElement,
  onLeave: () => void,
  signal: AbortSignal,
): () => void {
  const document = box.ownerDocument;
  const window = document.defaultView;
  const place = () => positionPopover(box, anchor());
  window?.addEventListener('scroll', place, { signal, capture: true, passive: true });
  window?.addEventListener('resize', place, { signal });
  // Its content may grow too high for its place.
  const watch = new ResizeObserver(place);
  watch.observe(box);
  signal.addEventListener('abort', () => watch.disconnect());
  // Captured, because our own elements stop their propagation. Inside, controls handle Escape
  // first, e.g. to close suggestions.
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || isComposing(event)) return;
      if (!event.composedPath().includes(box)) onLeave();
    },
    { signal, capture: true },
  );
  document.addEventListener(
    'pointerdown',
    (event) => {
      const path = event.composedPath();
      if (!path.includes(box) && !path.includes(anchor())) onLeave();
    },
    { signal, capture: true },
  );
  return place;
}
