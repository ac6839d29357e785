import { isComposing } from '@/lib/keyboard/keys-pressed';
import { positionPopover } from '@/components/overlay/position-popover';
import { withoutNames } from '@/lib/shared/dom-names';
import { listen } from '@/lib/shared/trusted-events';

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
  const document = withoutNames(box.ownerDocument);
  const place = () => positionPopover(box, anchor());
  listen(window, 'scroll', place, { signal, capture: true, passive: true });
  listen(window, 'resize', place, { signal });
  // Its content may grow too high for its place.
  const watch = new ResizeObserver(place);
  watch.observe(box);
  signal.addEventListener('abort', () => watch.disconnect());
  // Captured, because our own elements stop their propagation. Inside, controls handle Escape
  // first, e.g. to close suggestions.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event)) return;
    if (!event.composedPath().includes(box)) onLeave();
  };
  listen(document, 'keydown', onKeyDown, { signal, capture: true });
  const onPress = (event: PointerEvent) => {
    if (!event.composedPath().includes(box) && !isOn(anchor(), event)) onLeave();
  };
  listen(document, 'pointerdown', onPress, { signal, capture: true });
  return place;
}

/** By its place: the path of an event ends at a closed shadow root. */
function isOn(button: HTMLElement, { clientX, clientY }: PointerEvent): boolean {
  const root = button.getRootNode();
  return root instanceof ShadowRoot && button.contains(root.elementFromPoint(clientX, clientY));
}
