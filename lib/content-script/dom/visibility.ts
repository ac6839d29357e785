import { nativeProperty } from '@/lib/shared/dom-names';

/** Opacity that is invisible. */
const TRANSPARENT = 0.05;

/** `clip` or `clip-path` that leaves nothing. */
const CLIPPED =
  /rect\((\d)px, \1px, \1px, \1px\)|inset\((?:[5-9]\d|\d{3})|(?:circle|ellipse)\(0|polygon\([0px%, ]+\)/;

type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

const BOUNDLESS: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };

/**
 * Returns a check whether a reader can see an element, perhaps after scrolling: it has a box, and
 * is not transparent, clipped away or outside the page. For one reading of an unchanged page: the
 * first check lays it out, and ancestors' results are kept.
 */
export function visibilityCheck(): (element: Element) => boolean {
  const known = new Map<Element, Box | undefined>();

  /** What ancestors leave of the page; undefined for nothing. */
  function windowOn(element: Element): Box | undefined {
    const parent = nativeProperty(element, 'parentElement');
    // Its overflow is the page's.
    if (parent === null || parent instanceof HTMLBodyElement) return BOUNDLESS;
    if (!known.has(parent)) known.set(parent, windowIn(parent));
    return known.get(parent);
  }

  function windowIn(parent: Element): Box | undefined {
    const style = getComputedStyle(parent);
    const around = hides(style) ? undefined : windowOn(parent);
    if (around === undefined || style.overflow === 'visible') return around;
    const box = nativeProperty(parent, 'getBoundingClientRect').call(parent);
    const shown = overlap(box, around);
    // Its content can scroll.
    return shown && /auto|scroll/.test(style.overflow) ? BOUNDLESS : shown;
  }

  return (element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const style = getComputedStyle(element);
    const around = hides(style) ? undefined : windowOn(element);
    if (around === undefined) return false;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    // Empty until near the screen.
    const isSkipped = style.contentVisibility === 'auto';
    const box = { left, top, right, bottom: isSkipped ? Math.max(bottom, top + 2) : bottom };
    if (overlap(box, around) === undefined) return false;
    if (style.position === 'fixed') return left < innerWidth && top < innerHeight && right > 0;
    return (right > 0 && bottom > 0) || isReached(element, right, bottom);
  };
}

function hides({ opacity, clip, clipPath }: CSSStyleDeclaration): boolean {
  return Number(opacity) < TRANSPARENT || CLIPPED.test(clip + clipPath);
}

/** Undefined below 2 px. */
function overlap(one: Box, other: Box): Box | undefined {
  const left = Math.max(one.left, other.left);
  const top = Math.max(one.top, other.top);
  const right = Math.min(one.right, other.right);
  const bottom = Math.min(one.bottom, other.bottom);
  return right - left < 2 || bottom - top < 2 ? undefined : { left, top, right, bottom };
}

/** Whether scrolling back shows it. */
function isReached(element: Element, right: number, bottom: number): boolean {
  let [x, y] = [right, bottom];
  for (let at: Element | null = element; at; at = nativeProperty(at, 'parentElement')) {
    x += nativeProperty(at, 'scrollLeft');
    y += nativeProperty(at, 'scrollTop');
  }
  return x > 0 && y > 0;
}
