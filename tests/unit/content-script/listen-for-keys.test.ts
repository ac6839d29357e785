// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listenForKeys } from '@/lib/content-script/listen-for-keys';
import { DEFAULT_PAGE_KEYS, type PageAction } from '@/lib/keyboard/page-keys';

const act = vi.fn<(action: PageAction) => boolean>();
let keys = DEFAULT_PAGE_KEYS;
let ending: AbortController;
beforeEach(() => {
  keys = DEFAULT_PAGE_KEYS;
  act.mockReturnValue(true);
  ending = new AbortController();
  listenForKeys(document, () => keys, act, ending.signal);
});
afterEach(() => {
  ending.abort();
  document.body.replaceChildren();
});

function press(key: string, options: KeyboardEventInit = {}, target: Element = document.body) {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    composed: true,
    cancelable: true,
    ...options,
  });
  // The one of the tests' document tells Alt as AltGr, and knows no Caps Lock.
  event.getModifierState = (name) =>
    Reflect.get(options, `modifier${name}` satisfies string) === true;
  target.dispatchEvent(event);
  return event;
}

function add<T extends Element>(element: T): T {
  document.body.append(element);
  return element;
}

test('each key does its action, and the page is not told of it', () => {
  for (const [action, key] of Object.entries(DEFAULT_PAGE_KEYS.keys)) {
    const event = press(key ?? '');
    expect(act).toHaveBeenLastCalledWith(action);
    expect(event.defaultPrevented).toBe(true);
  }
});

test('a key that means nothing, or could do nothing, is left to whomever it is for', () => {
  act.mockReturnValue(false);

  expect(press('q').defaultPrevented).toBe(false);
  expect(press('J').defaultPrevented).toBe(false);
  expect(act).not.toHaveBeenCalled();
  expect(press('s').defaultPrevented).toBe(false);
  expect(act).toHaveBeenCalledOnce();
});

test('keys are as the reader has set them, or off', () => {
  keys = { on: true, keys: { ...DEFAULT_PAGE_KEYS.keys, next: 'n', note: null } };
  press('n');
  press('j');
  expect(act.mock.calls).toEqual([['next']]);
  keys = { ...keys, on: false };
  press('n');

  expect(act).toHaveBeenCalledOnce();
});

test.each<[string, string, KeyboardEventInit, PageAction]>([
  ['Caps Lock', 'X', { modifierCapsLock: true }, 'select'],
  ['Caps Lock, with Shift on Windows', 'x', { modifierCapsLock: true, shiftKey: true }, 'range'],
  ['a Cyrillic layout', 'о', { code: 'KeyJ' }, 'next'],
  ['a Hebrew one with Shift', 'ס', { code: 'KeyX', shiftKey: true }, 'range'],
])('means the same under %s', (_, key, options, action) => {
  press(key, options);
  expect(act.mock.calls).toEqual([[action]]);
});

test('a letter of another script means what the reader made it mean, there and by AltGr', () => {
  keys = { on: true, keys: { ...DEFAULT_PAGE_KEYS.keys, next: 'о', open: '@' } };
  press('о', { code: 'KeyK' });
  press('@', { ctrlKey: true, altKey: true, modifierAltGraph: true });
  press('ß', { code: 'KeyS', ctrlKey: true, altKey: true, modifierAltGraph: true });

  expect(act.mock.calls).toEqual([['next'], ['open']]);
});

test.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }])(
  'never with a modifier: %o',
  (modifier) => {
    expect(press('j', modifier).defaultPrevented).toBe(false);
    expect(act).not.toHaveBeenCalled();
  },
);

test('never a key that the page has used', () => {
  const page = add(document.createElement('div'));
  page.addEventListener('keydown', (event) => event.preventDefault());
  press('j', {}, page);

  expect(act).not.toHaveBeenCalled();
});

describe('never while one types', () => {
  test.each(['input', 'textarea', 'select'])('in %s', (name) => {
    press('j', {}, add(document.createElement(name)));
    expect(act).not.toHaveBeenCalled();
  });

  test('in text that can be edited', () => {
    const text = add(document.createElement('div'));
    Object.defineProperty(text, 'isContentEditable', { value: true });
    press('j', {}, text);
    expect(act).not.toHaveBeenCalled();
  });

  test('in a field within a shadow root', () => {
    const root = add(document.createElement('div')).attachShadow({ mode: 'open' });
    const field = document.createElement('input');
    root.append(field);
    press('j', {}, field);
    expect(act).not.toHaveBeenCalled();
  });

  test('in an element of the page with a closed root, which may hold a field', () => {
    const element = document.body.appendChild(document.createElement('their-search'));
    element.attachShadow({ mode: 'closed' }).append(document.createElement('input'));
    press('j', {}, element);
    expect(act).not.toHaveBeenCalled();
  });

  test('but in a tick box one does not', () => {
    const box = add(document.createElement('input'));
    box.type = 'checkbox';
    press('j', {}, box);
    expect(act).toHaveBeenCalledOnce();
  });
});

test.each(['<dialog open>', '<div role="dialog">', '<div popover="auto">', '<div role="menu">'])(
  'never in a box with keys of its own: %s',
  (html) => {
    const template = new DOMParser().parseFromString(`${html}<button></button>`, 'text/html');
    const box = add(template.body.firstElementChild as Element);
    box.checkVisibility = () => false;
    press('j', {}, box.querySelector('button') as Element);
    expect(act).not.toHaveBeenCalled();
  },
);

test('a box of the page that lies beside it, as about cookies, takes no keys', () => {
  const box = add(document.createElement('div'));
  box.setAttribute('role', 'dialog');
  press('j');
  expect(act).toHaveBeenCalledOnce();
});

test('never under a dialog of the page, as long as it is shown', () => {
  const dialog = add(document.createElement('div'));
  dialog.setAttribute('aria-modal', 'true');
  let isShown = true;
  dialog.checkVisibility = () => isShown;
  press('j');
  expect(act).not.toHaveBeenCalled();
  isShown = false;
  press('j');

  expect(act).toHaveBeenCalledOnce();
});

test('a dialog that the page closed by a style covers nothing', () => {
  const dialog = add(document.createElement('div'));
  dialog.setAttribute('aria-modal', 'true');
  dialog.checkVisibility = vi.fn(() => false);
  press('j');

  expect(dialog.checkVisibility).toHaveBeenCalledWith({
    visibilityProperty: true,
    opacityProperty: true,
  });
});

test('held down, it goes on from card to card, and does nothing else twice', () => {
  press('j', { repeat: true });
  const event = press('s', { repeat: true });

  expect(act.mock.calls).toEqual([['next']]);
  expect(event.defaultPrevented).toBe(true);
});
