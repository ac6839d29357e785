// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test, vi } from 'vitest';
import { KeysSetting } from '@/entrypoints/library/settings/KeysSetting';
import { DEFAULT_PAGE_KEYS, type PageKeys } from '@/lib/keyboard/page-keys';
import { useEnglish } from '../components/english';

useEnglish();
afterEach(cleanup);

const onChange = vi.fn();
afterEach(() => onChange.mockClear());

function Setting() {
  const [keys, setKeys] = useState<PageKeys>(DEFAULT_PAGE_KEYS);
  return (
    <KeysSetting
      value={keys}
      onChange={(value) => {
        onChange(value);
        setKeys(value);
      }}
    />
  );
}

function field(name: string): HTMLInputElement {
  return screen.getByRole('textbox', { name }) as HTMLInputElement;
}

function type(name: string, text: string): void {
  fireEvent.input(field(name), { target: { value: text } });
}

/** Presses a key with Option (or AltGr) in the field, which the tests' document cannot tell apart. */
function hold(init: KeyboardEventInit, isAltGr: boolean): void {
  const event = createEvent.keyDown(field('Save it'), init) as KeyboardEvent;
  event.getModifierState = (name) => name === 'AltGraph' && isAltGr;
  fireEvent(field('Save it'), event);
}

function said(): string {
  return screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join('');
}

const keysNow = (): PageKeys['keys'] => onChange.mock.lastCall?.[0].keys;

test('what is typed takes the place of the key', () => {
  render(<Setting />);
  type('Save it', 'w');

  expect(keysNow()).toEqual({ ...DEFAULT_PAGE_KEYS.keys, save: 'w' });
  expect(field('Save it').value).toBe('w');
});

test('of more than one sign the last is taken', () => {
  render(<Setting />);
  type('Save it', 'sW');

  expect(keysNow().save).toBe('W');
});

test('a key that was deleted is off', () => {
  render(<Setting />);
  type('Save it', '');

  expect(keysNow().save).toBeNull();
  expect(field('Save it').value).toBe('');
});

test('two actions can be off', () => {
  render(<Setting />);
  type('Save it', '');
  type('Save and tag it', '');

  expect(keysNow()).toMatchObject({ save: null, tag: null });
});

test('a key that another action has is not taken, and that is said', () => {
  render(<Setting />);
  type('Save it', 'k');

  expect(onChange).not.toHaveBeenCalled();
  expect(field('Save it').value).toBe('s');
  expect(said()).toBe('k is the key for: Previous paper. Choose another.');
});

test('blanks are no key', () => {
  render(<Setting />);
  type('Save it', '\u00ad');

  expect(onChange).not.toHaveBeenCalled();
  expect(field('Save it').value).toBe('s');
  expect(said()).toContain('cannot be a key');
});

test('a character made with Option is no key, since keys are pressed without a modifier', () => {
  render(<Setting />);
  hold({ key: '∂', altKey: true }, false);
  type('Save it', '∂');

  expect(onChange).not.toHaveBeenCalled();
  expect(field('Save it').value).toBe('s');
  expect(said()).toContain('cannot be a key');
  fireEvent.keyUp(field('Save it'), { key: 'Alt' });
  type('Save it', 'ß');

  expect(keysNow().save).toBe('ß');
});

test('a character made with AltGr is one', () => {
  render(<Setting />);
  hold({ key: '@', altKey: true, ctrlKey: true }, true);
  type('Save it', '@');

  expect(keysNow().save).toBe('@');
});

test('the usual keys can be had back', () => {
  render(<Setting />);
  const reset = screen.getByRole('button', { name: 'Reset the keys' });
  expect(reset.getAttribute('aria-disabled')).toBe('true');
  type('Save it', 'w');
  fireEvent.click(reset);

  expect(keysNow()).toEqual(DEFAULT_PAGE_KEYS.keys);
});

test('keys that are switched off keep what they were', () => {
  render(<Setting />);
  type('Save it', 'w');
  fireEvent.click(screen.getByRole('switch', { name: 'Keys' }));

  expect(onChange.mock.lastCall?.[0]).toEqual({
    on: false,
    keys: { ...DEFAULT_PAGE_KEYS.keys, save: 'w' },
  });
  expect(screen.queryByRole('textbox', { name: 'Save it' })).toBeNull();
});
