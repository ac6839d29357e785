import { withoutNames } from '@/lib/shared/dom-names';

/** Minimum gap to anchor and viewport edges, px. */
const GAP = 6;

/**
 * Puts `floating` (fixed, top layer) below `anchor`, right-aligned, else above; always within the
 * viewport.
 */
export function positionPopover(floating: HTMLElement, anchor: HTMLElement): void {
  const near = anchor.getBoundingClientRect();
  const { width, height } = floating.getBoundingClientRect();
  const { clientWidth, clientHeight } = withoutNames(anchor.ownerDocument).documentElement;
  const below = near.bottom + GAP;
  const above = near.top - GAP - height;
  const top = below + height > clientHeight && above >= 0 ? above : below;
  const left = Math.min(Math.max(GAP, near.right - width), clientWidth - width - GAP);
  floating.style.top = `${Math.round(Math.max(GAP, Math.min(top, clientHeight - height - GAP)))}px`;
  floating.style.left = `${Math.round(Math.max(GAP, left))}px`;
}
