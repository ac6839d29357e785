// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { typeAhead } from '@/lib/keyboard/type-ahead';
import { madeUp } from '../../fixtures/made-up';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function press(
  key: string,
  modifiers: KeyboardEventInit = {},
  target: Element = document.body,
): boolean {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    cancelable: true,
    ...modifiers,
  });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

test('keeps what is typed before the field exists, hidden from the page', () => {
  const onPage = vi.fn<() => void>();
  document.addEventListener('keydown', onPage);
  const typed = typeAhead(document, new AbortController().signal);
  for (const key of ['j', 'o', 'x', 'Backspace', 't', 'é']) press(key);
  expect(onPage).not.toHaveBeenCalled();
  expect(typed.end()).toBe('joté');
  expect(press('o')).toBe(false);
  expect(onPage).toHaveBeenCalledOnce();
  document.removeEventListener('keydown', onPage);
});

test('takes nothing that a script of the page made up', () => {
  const onLeft = vi.fn<() => void>();
  const typed = typeAhead(document, new AbortController().signal, onLeft);
  document.body.dispatchEvent(madeUp(new KeyboardEvent('keydown', { key: 'x', bubbles: true })));
  document.body.dispatchEvent(madeUp(new Event('pointerdown', { bubbles: true })));
  press('a');
  expect(onLeft).not.toHaveBeenCalled();
  expect(typed.end()).toBe('a');
});

test('leaves keys with modifiers to the browser', () => {
  const typed = typeAhead(document, new AbortController().signal);
  expect(press('r', { ctrlKey: true })).toBe(false);
  expect(typed.end()).toBe('');
});

test('keeps every letter for a field that appears late', () => {
  const typed = typeAhead(document, new AbortController().signal);
  press('a');
  vi.advanceTimersByTime(20_000);
  expect(press('d')).toBe(true);
  expect(typed.end()).toBe('ad');
});

test('returns the keys to the page after a timeout and keeps the text', () => {
  const onLeft = vi.fn<() => void>();
  const typed = typeAhead(document, new AbortController().signal, onLeft);
  press('a');
  vi.advanceTimersByTime(30_000);
  expect(onLeft).toHaveBeenCalledOnce();
  expect(press('b')).toBe(false);
  expect(typed.end()).toBe('a');
});

test.each(['Escape', 'Tab'])('%s ends it and notifies once', (key) => {
  const onLeft = vi.fn<() => void>();
  typeAhead(document, new AbortController().signal, onLeft);
  expect(press(key)).toBe(false);
  expect(press('b')).toBe(false);
  press(key);
  expect(onLeft).toHaveBeenCalledOnce();
});

test('returns the typed text once', () => {
  const typed = typeAhead(document, new AbortController().signal);
  press('n');
  expect(typed.end()).toBe('n');
  expect(typed.end()).toBe('');
});

test('keeps Enter from the focused link, as a line break', () => {
  const typed = typeAhead(document, new AbortController().signal);
  press('a');
  expect(press('Enter')).toBe(true);
  expect(typed.end()).toBe('a\n');
});

test('ends when a field of the page gets a key', () => {
  const field = document.body.appendChild(document.createElement('input'));
  const onLeft = vi.fn<() => void>();
  const typed = typeAhead(document, new AbortController().signal, onLeft);
  press('a');
  expect(press('b', {}, field)).toBe(false);
  expect(press('c')).toBe(false);
  expect(typed.end()).toBe('a');
  expect(onLeft).toHaveBeenCalledOnce();
  field.remove();
});

test('ends on pointerdown anywhere', () => {
  const onLeft = vi.fn<() => void>();
  const typed = typeAhead(document, new AbortController().signal, onLeft);
  press('a');
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(press('b')).toBe(false);
  expect(typed.end()).toBe('a');
  expect(onLeft).toHaveBeenCalledOnce();
});

test('keeps the typed text when aborted', () => {
  const ending = new AbortController();
  const onLeft = vi.fn<() => void>();
  const typed = typeAhead(document, ending.signal, onLeft);
  press('a');
  ending.abort();
  vi.advanceTimersByTime(3000);
  expect(press('b')).toBe(false);
  expect(typed.end()).toBe('a');
  expect(onLeft).not.toHaveBeenCalled();
});

test.each([
  ['at once after a pause', [], 200, 0],
  ['a pause after the key that began it', [], 0, 150],
  ['a pause after the last key', ['a', 'b'], 0, 230],
  ['in the longest wait, when keys do not pause', [...'abcdefghij'], 0, 500],
])('lets the field appear %s', (_, keys, wait, expected) => {
  const typed = typeAhead(document, new AbortController().signal);
  vi.advanceTimersByTime(wait);
  const start = Date.now();
  let after: number | undefined;
  typed.whenPaused(() => (after = Date.now() - start));
  for (const key of keys) {
    vi.advanceTimersByTime(keys.length > 2 ? 60 : 40);
    press(key);
  }
  vi.advanceTimersByTime(1000);
  typed.end();

  expect(after).toBe(expected);
});

test('lets no field appear once the reader left', () => {
  const then = vi.fn<() => void>();
  const typed = typeAhead(document, new AbortController().signal);
  typed.whenPaused(then);
  press('a');
  press('Escape');
  vi.advanceTimersByTime(1000);

  expect(then).not.toHaveBeenCalled();
  expect(typed.end()).toBe('a');
});
