import { isComposing } from '@/lib/keyboard/keys-pressed';
import { positionPopover } from '@/components/overlay/position-popover';
import { withoutNames } from '@/lib/shared/dom-names';
import { listen } from '@/lib/shared/trusted-events';

/**
 * Until `signal` aborts, keeps a popover beside `anchor()` and calls `onLeave` on Escape or an
 * outside press.
 * @returns repositions the popover
 */
export function anchorPopover(
  box: HTMLElement,
  anchor: () => HTMLElement,
  onLeave: () => void,
  signal: AbortSignal,
): () => void {
  const place = () => positionPopover(box, anchor());
  followAnchor(box, anchor, place, onLeave, signal);
  // Its content may outgrow its place.
  const watch = new ResizeObserver(place);
  watch.observe(box);
  signal.addEventListener('abort', () => watch.disconnect());
  return place;
}

/**
 * Until `signal` aborts, calls `place` when `anchor()` may have moved, and `onLeave` on Escape or a
 * press outside `box`.
 */
export function followAnchor(
  box: HTMLElement,
  anchor: () => HTMLElement,
  place: () => void,
  onLeave: () => void,
  signal: AbortSignal,
): void {
  const document = withoutNames(box.ownerDocument);
  listen(window, 'scroll', place, { signal, capture: true, passive: true });
  listen(window, 'resize', place, { signal });
  // Captured, because our elements stop propagation. Inside, controls handle Escape first, e.g. to
  // close suggestions.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event)) return;
    if (!event.composedPath().includes(box)) onLeave();
  };
  listen(document, 'keydown', onKeyDown, { signal, capture: true });
  const onPress = (event: PointerEvent) => {
    if (!event.composedPath().includes(box) && !isOn(anchor(), event)) onLeave();
  };
  listen(document, 'pointerdown', onPress, { signal, capture: true });
}

/** By position: event paths end at closed shadow roots. */
function isOn(button: HTMLElement, { clientX, clientY }: PointerEvent): boolean {
  const root = button.getRootNode();
  return root instanceof ShadowRoot && button.contains(root.elementFromPoint(clientX, clientY));
}
