/** Matches every element that Papershelf adds to a page. */
export const OWN_ELEMENTS = '[data-papershelf]';

/** Whether Papershelf added `node`. */
export function isOwnElement(node: Node): boolean {
  return node instanceof Element && node.matches(OWN_ELEMENTS);
}

/** An element of the extension, with a shadow root that page styles do not reach. */
export interface ShadowHost {
  element: HTMLElement;
  root: ShadowRoot;
}

// Pages handle keys and clicks on their cards; these are not for them.
const KEPT_EVENTS = [
  'click',
  'dblclick',
  'pointerdown',
  'mousedown',
  'keydown',
  'keyup',
  'keypress',
];

/**
 * Makes an element `papershelf-<name>` styled by `css` alone. The caller attaches it; `hostStyle`
 * must keep it out of the page's layout.
 */
export function createShadowHost(
  document: Document,
  name: string,
  css: string,
  hostStyle: Partial<CSSStyleDeclaration>,
): ShadowHost {
  const element = document.createElement(`papershelf-${name}`);
  element.dataset.papershelf = '';
  Object.assign(element.style, { all: 'initial', ...hostStyle });
  const root = element.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style);
  for (const event of KEPT_EVENTS) {
    element.addEventListener(event, (kept) => kept.stopPropagation());
  }
  return { element, root };
}
