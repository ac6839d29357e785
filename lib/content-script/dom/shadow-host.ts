/** What all elements match that Papershelf adds to a page. */
export const OWN_ELEMENTS = '[data-papershelf]';

/** Whether `node` is something that Papershelf added to the page. */
export function isOwnElement(node: Node): boolean {
  return node instanceof Element && node.matches(OWN_ELEMENTS);
}

/** An element of ours on the page, with a root that the page's styles do not reach. */
export interface ShadowHost {
  element: HTMLElement;
  root: ShadowRoot;
}

// Pages have keys and clicks of their own on their cards; what is meant for us stays with us.
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
 * Makes an element `papershelf-<name>` with a shadow root styled by `css` alone. The caller puts it
 * on the page, where `hostStyle` must keep it out of the page's layout.
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
