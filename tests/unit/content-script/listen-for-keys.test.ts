// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listenForKeys } from '@/lib/content-script/listen-for-keys';
import { DEFAULT_PAGE_KEYS, type PageAction } from '@/lib/keyboard/page-keys';
import { madeUp } from '../../fixtures/made-up';

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
  // happy-dom reports Alt as AltGraph and has no Caps Lock.
  event.getModifierState = (name) =>
    Reflect.get(options, `modifier${name}` satisfies string) === true;
  target.dispatchEvent(event);
  return event;
}

function add<T extends Element>(element: T): T {
  document.body.append(element);
  return element;
}

test('each key runs its action and is hidden from the page', () => {
  for (const [action, key] of Object.entries(DEFAULT_PAGE_KEYS.keys)) {
    const event = press(key ?? '');
    expect(act).toHaveBeenLastCalledWith(action);
    expect(event.defaultPrevented).toBe(true);
  }
});

test('leaves a key without an action or effect to the page', () => {
  act.mockReturnValue(false);

  expect(press('q').defaultPrevented).toBe(false);
  expect(press('J').defaultPrevented).toBe(false);
  expect(act).not.toHaveBeenCalled();
  expect(press('s').defaultPrevented).toBe(false);
  expect(act).toHaveBeenCalledOnce();
});

test('uses the keys of the setting, or none', () => {
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
])('runs the same action with %s', (_, key, options, action) => {
  press(key, options);
  expect(act.mock.calls).toEqual([[action]]);
});

test('prefers a set letter of another script or AltGr', () => {
  keys = { on: true, keys: { ...DEFAULT_PAGE_KEYS.keys, next: 'о', open: '@' } };
  press('о', { code: 'KeyK' });
  press('@', { ctrlKey: true, altKey: true, modifierAltGraph: true });
  press('ß', { code: 'KeyS', ctrlKey: true, altKey: true, modifierAltGraph: true });

  expect(act.mock.calls).toEqual([['next'], ['open']]);
});

test.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }])(
  'ignores keys with a modifier: %o',
  (modifier) => {
    expect(press('j', modifier).defaultPrevented).toBe(false);
    expect(act).not.toHaveBeenCalled();
  },
);

test('ignores keys that a script of the page made up', () => {
  const event = madeUp(new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true }));
  document.body.dispatchEvent(event);

  expect(act).not.toHaveBeenCalled();
  expect(event.defaultPrevented).toBe(false);
});

test('ignores keys that the page handled', () => {
  const page = add(document.createElement('div'));
  page.addEventListener('keydown', (event) => event.preventDefault());
  press('j', {}, page);

  expect(act).not.toHaveBeenCalled();
});

describe('while typing', () => {
  test.each(['input', 'textarea', 'select'])('ignores keys in %s', (name) => {
    press('j', {}, add(document.createElement(name)));
    expect(act).not.toHaveBeenCalled();
  });

  test('ignores keys in editable text', () => {
    const text = add(document.createElement('div'));
    Object.defineProperty(text, 'isContentEditable', { value: true });
    press('j', {}, text);
    expect(act).not.toHaveBeenCalled();
  });

  test('ignores keys in a field in a shadow root', () => {
    const root = add(document.createElement('div')).attachShadow({ mode: 'open' });
    const field = document.createElement('input');
    root.append(field);
    press('j', {}, field);
    expect(act).not.toHaveBeenCalled();
  });

  test('ignores keys in an element with a closed shadow root, which may contain a field', () => {
    const element = document.body.appendChild(document.createElement('their-search'));
    element.attachShadow({ mode: 'closed' }).append(document.createElement('input'));
    press('j', {}, element);
    expect(act).not.toHaveBeenCalled();
  });

  test('handles keys in a checkbox', () => {
    const box = add(document.createElement('input'));
    box.type = 'checkbox';
    press('j', {}, box);
    expect(act).toHaveBeenCalledOnce();
  });
});

test.each(['<dialog open>', '<div role="dialog">', '<div popover="auto">', '<div role="menu">'])(
  'ignores keys in %s',
  (html) => {
    const template = new DOMParser().parseFromString(`${html}<button></button>`, 'text/html');
    const box = add(template.body.firstElementChild as Element);
    vi.spyOn(Element.prototype, 'checkVisibility').mockReturnValue(false);
    press('j', {}, box.querySelector('button') as Element);
    expect(act).not.toHaveBeenCalled();
  },
);

test('handles keys next to a dialog of the page, such as a cookie banner', () => {
  const box = add(document.createElement('div'));
  box.setAttribute('role', 'dialog');
  press('j');
  expect(act).toHaveBeenCalledOnce();
});

test('ignores keys while a modal dialog of the page is visible', () => {
  const dialog = add(document.createElement('div'));
  dialog.setAttribute('aria-modal', 'true');
  let isShown = true;
  vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(() => isShown);
  press('j');
  expect(act).not.toHaveBeenCalled();
  isShown = false;
  press('j');

  expect(act).toHaveBeenCalledOnce();
});

test('handles keys when a dialog is hidden by a style', () => {
  const dialog = add(document.createElement('div'));
  dialog.setAttribute('aria-modal', 'true');
  const checkVisibility = vi.spyOn(Element.prototype, 'checkVisibility').mockReturnValue(false);
  press('j');

  expect(checkVisibility).toHaveBeenCalledWith({
    visibilityProperty: true,
    opacityProperty: true,
  });
});

test('repeats only keys that step while held down', () => {
  press('j', { repeat: true });
  const event = press('s', { repeat: true });

  expect(act.mock.calls).toEqual([['next']]);
  expect(event.defaultPrevented).toBe(true);
});
