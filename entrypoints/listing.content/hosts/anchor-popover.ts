import { positionPopover } from '@/components/overlay/position-popover';

/**
 * Keeps a box of ours in the top layer beside what `anchor` gives, and calls `onLeave` at Escape or
 * at a press anywhere else, until `signal` aborts.
 * @returns what places it anew after it changed its size
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
  // What is opened in it may make it too high for where it is.
  const watch = new ResizeObserver(place);
  watch.observe(box);
  signal.addEventListener('abort', () => watch.disconnect());
  // Captured, since what happens on ours is kept from the page. Inside, the box's own controls come
  // first: Escape closes a list of suggestions before what it is in.
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && !event.composedPath().includes(box)) onLeave();
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
