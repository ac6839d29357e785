// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { createShadowHost, isOwnElement } from '@/lib/content-script/dom/shadow-host';
import { madeUp } from '../../fixtures/made-up';

afterEach(() => document.body.replaceChildren());

function addHost() {
  const { element, root } = createShadowHost(document, '', {});
  const button = root.appendChild(document.createElement('button'));
  document.body.append(element);
  return { element, root, button };
}

test('has a closed root', () => {
  expect(addHost().root.mode).toBe('closed');
});

test('is no custom element, whose root a page could get', () => {
  const { element } = addHost();

  expect(element.localName).not.toContain('-');
  expect(isOwnElement(element)).toBe(true);
});

test.each(['click', 'dblclick', 'pointerdown', 'mousedown', 'keydown', 'keyup', 'keypress'])(
  'lets no made-up %s in, and hides the %s of the reader from the page',
  (type) => {
    const onButton = vi.fn<() => void>();
    const onPage = vi.fn<() => void>();
    const { button } = addHost();
    button.addEventListener(type, onButton);
    document.body.addEventListener(type, onPage, { once: true });
    const options = { bubbles: true, composed: true, cancelable: true };
    const forged = madeUp(new Event(type, options));
    button.dispatchEvent(forged);
    expect(onButton).not.toHaveBeenCalled();
    expect(forged.defaultPrevented).toBe(true);
    button.dispatchEvent(new Event(type, options));

    expect(onButton).toHaveBeenCalledOnce();
    expect(onPage).not.toHaveBeenCalled();
  },
);

test('is not mistaken for an element of the page', () => {
  const theirs = document.createElement('form');
  theirs.dataset['papershelf'] = '';
  Object.defineProperty(theirs, 'matches', { value: theirs });

  expect(isOwnElement(theirs)).toBe(false);
  expect(isOwnElement(document.createTextNode('x'))).toBe(false);
});
