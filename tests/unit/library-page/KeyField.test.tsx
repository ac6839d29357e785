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
      onChange={(part) => {
        onChange(part);
        setKeys({ ...keys, ...part });
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

/** Presses a key with Option or AltGr, which happy-dom does not distinguish. */
function pressWithAlt(init: KeyboardEventInit, isAltGr: boolean): void {
  const event = createEvent.keyDown(field('Save'), init) as KeyboardEvent;
  event.getModifierState = (name) => name === 'AltGraph' && isAltGr;
  fireEvent(field('Save'), event);
}

function messages(): string {
  return screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join('');
}

const latestKeys = (): PageKeys['keys'] => onChange.mock.lastCall?.[0].keys;

test('the typed character replaces the key', () => {
  render(<Setting />);
  type('Save', 'w');

  expect(latestKeys()).toEqual({ ...DEFAULT_PAGE_KEYS.keys, save: 'w' });
  expect(field('Save').value).toBe('w');
});

test('takes the last of several characters', () => {
  render(<Setting />);
  type('Save', 'sW');

  expect(latestKeys().save).toBe('W');
});

test('an empty field switches the key off', () => {
  render(<Setting />);
  type('Save', '');

  expect(latestKeys().save).toBeNull();
  expect(field('Save').value).toBe('');
});

test('several actions can be without a key', () => {
  render(<Setting />);
  type('Save', '');
  type('Save and tag', '');

  expect(latestKeys()).toMatchObject({ save: null, tag: null });
});

test('rejects the key of another action with a message', () => {
  render(<Setting />);
  type('Save', 'k');

  expect(onChange).not.toHaveBeenCalled();
  expect(field('Save').value).toBe('s');
  expect(messages()).toBe('k is already used for “Previous paper”. Choose another key.');
});

test('rejects blank characters', () => {
  render(<Setting />);
  type('Save', '\u00ad');

  expect(onChange).not.toHaveBeenCalled();
  expect(field('Save').value).toBe('s');
  expect(messages()).toContain('This key can’t be used');
});

test('rejects a character typed with Option, since keys need no modifier', () => {
  render(<Setting />);
  pressWithAlt({ key: '∂', altKey: true }, false);
  type('Save', '∂');

  expect(onChange).not.toHaveBeenCalled();
  expect(field('Save').value).toBe('s');
  expect(messages()).toContain('This key can’t be used');
  fireEvent.keyUp(field('Save'), { key: 'Alt' });
  type('Save', 'ß');

  expect(latestKeys().save).toBe('ß');
});

test('accepts a character typed with AltGr', () => {
  render(<Setting />);
  pressWithAlt({ key: '@', altKey: true, ctrlKey: true }, true);
  type('Save', '@');

  expect(latestKeys().save).toBe('@');
});

test('a button restores the default keys', () => {
  render(<Setting />);
  const reset = screen.getByRole('button', { name: 'Reset keys' });
  expect(reset.getAttribute('aria-disabled')).toBe('true');
  type('Save', 'w');
  fireEvent.click(reset);

  expect(latestKeys()).toEqual(DEFAULT_PAGE_KEYS.keys);
});

test('keys that are switched off are kept', () => {
  render(<Setting />);
  type('Save', 'w');
  fireEvent.click(screen.getByRole('switch', { name: 'Keyboard shortcuts' }));

  expect(onChange.mock.lastCall?.[0]).toEqual({ on: false });
  expect(screen.queryByRole('textbox', { name: 'Save' })).toBeNull();
  fireEvent.click(screen.getByRole('switch', { name: 'Keyboard shortcuts' }));
  expect(field('Save').value).toBe('w');
});
