// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { usePageKeys } from '@/components/hooks/use-page-keys';

afterEach(cleanup);

const next = vi.fn();
const save = vi.fn();
const onEscapeInField = vi.fn();

function Page() {
  usePageKeys({ j: next, s: save, я: save, Escape: save }, { repeatable: ['j'], onEscapeInField });
  return (
    <>
      <input type="text" />
      <input type="checkbox" />
      <div role="dialog">
        <button type="button">In a box</button>
      </div>
    </>
  );
}

function press(key: string, options: KeyboardEventInit = {}, target: Element = document.body) {
  const event = createEvent.keyDown(target, { key, ...options }) as KeyboardEvent;
  // happy-dom reports Alt as AltGraph and has no Caps Lock.
  event.getModifierState = (name) =>
    Reflect.get(options, `modifier${name}` satisfies string) === true;
  fireEvent(target, event);
  return event;
}

test.each<[string, string, KeyboardEventInit]>([
  ['a Latin layout', 'j', {}],
  ['Caps Lock', 'J', { modifierCapsLock: true }],
  ['a Cyrillic layout', 'о', { code: 'KeyJ' }],
  ['a layout that types it by AltGr', 'j', { ctrlKey: true, altKey: true, modifierAltGraph: true }],
])('a key does the same with %s', (_, key, options) => {
  render(<Page />);

  expect(press(key, options).defaultPrevented).toBe(true);
  expect(next).toHaveBeenCalledOnce();
});

test('prefers the letter of another script to its key', () => {
  render(<Page />);
  press('я', { code: 'KeyJ' });

  expect(save).toHaveBeenCalledOnce();
  expect(next).not.toHaveBeenCalled();
});

test('ignores keys with Shift or a modifier', () => {
  render(<Page />);
  press('J', { shiftKey: true });
  press('j', { ctrlKey: true });
  press('j', { metaKey: true });
  press('j', { altKey: true });

  expect(next).not.toHaveBeenCalled();
});

test('repeats only repeatable keys while held down', () => {
  render(<Page />);
  press('j', { repeat: true });
  press('о', { code: 'KeyJ', repeat: true });
  const event = press('s', { repeat: true });

  expect(next).toHaveBeenCalledTimes(2);
  expect(save).not.toHaveBeenCalled();
  expect(event.defaultPrevented).toBe(true);
});

test('ignores keys in a field except Escape', () => {
  render(<Page />);
  const field = screen.getByRole('textbox');
  press('j', {}, field);
  press('Escape', { isComposing: true }, field);
  expect(onEscapeInField).not.toHaveBeenCalled();
  press('Escape', {}, field);

  expect(onEscapeInField).toHaveBeenCalledOnce();
  expect(next).not.toHaveBeenCalled();
  expect(save).not.toHaveBeenCalled();
  press('j', {}, screen.getByRole('checkbox'));
  expect(next).toHaveBeenCalledOnce();
});

test('ignores keys in a dialog', () => {
  render(<Page />);
  press('j', {}, screen.getByRole('button'));

  expect(next).not.toHaveBeenCalled();
});
