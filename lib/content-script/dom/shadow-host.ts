import { listen } from '@/lib/shared/trusted-events';

/** Marks the elements that Papershelf adds to a page. */
const MARK = 'data-papershelf';

/** CSS selector. */
export const OWN_ELEMENTS = `[${MARK}]`;

export function isOwnElement(node: Node): boolean {
  return node instanceof HTMLSpanElement && node.hasAttribute(MARK);
}

/** An element with a shadow root, out of reach of page styles. */
export interface ShadowHost {
  element: HTMLElement;
  root: ShadowRoot;
}

// Kept from the page, whose cards handle keys and clicks.
const KEPT_EVENTS = [
  'click',
  'dblclick',
  'pointerdown',
  'mousedown',
  'keydown',
  'keyup',
  'keypress',
];

/** Closed, except for end-to-end tests, see wxt.config.ts. */
const MODE = import.meta.env.PAPERSHELF_OPEN_ROOTS ? 'open' : 'closed';

/**
 * Makes an element styled by `css` alone. The caller attaches it; `hostStyle` must keep it out of
 * the page's layout. No custom element: a page can define any name and so open the root
 * (`ElementInternals.shadowRoot`).
 */
export function createShadowHost(
  document: Document,
  css: string,
  hostStyle: Partial<CSSStyleDeclaration>,
): ShadowHost {
  const element = document.createElement('span');
  element.setAttribute(MARK, '');
  Object.assign(element.style, { all: 'initial', ...hostStyle });
  const root = element.attachShadow({ mode: MODE });
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style);
  for (const type of KEPT_EVENTS) {
    element.addEventListener(type, swallowUntrusted, true);
    listen(element, type, (event) => event.stopPropagation());
  }
  return { element, root };
}

/** Untrusted events reach none of our elements, and tick no box. */
function swallowUntrusted(event: Event): void {
  if (event.isTrusted) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
