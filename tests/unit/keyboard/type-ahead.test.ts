// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { typeAhead } from '@/lib/keyboard/type-ahead';

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

test('what is typed before the field is there is kept for it, and from the page', () => {
  const onPage = vi.fn<() => void>();
  document.addEventListener('keydown', onPage);
  const typed = typeAhead(document, new AbortController().signal);
  for (const key of ['j', 'o', 'x', 'Backspace', 't', 'é']) press(key);
  expect(onPage).not.toHaveBeenCalled();
  expect(typed()).toBe('joté');
  expect(press('o')).toBe(false);
  expect(onPage).toHaveBeenCalledOnce();
  document.removeEventListener('keydown', onPage);
});

test('keys with modifiers stay the browser’s', () => {
  const typed = typeAhead(document, new AbortController().signal);
  expect(press('r', { ctrlKey: true })).toBe(false);
  expect(typed()).toBe('');
});

test('a field that is long in coming has every letter', () => {
  const typed = typeAhead(document, new AbortController().signal);
  press('a');
  vi.advanceTimersByTime(20_000);
  expect(press('d')).toBe(true);
  expect(typed()).toBe('ad');
});

test('a field that does not come leaves the keys to the page, and loses nothing', () => {
  const onLeft = vi.fn<() => void>();
  const typed = typeAhead(document, new AbortController().signal, onLeft);
  press('a');
  vi.advanceTimersByTime(30_000);
  expect(onLeft).toHaveBeenCalledOnce();
  expect(press('b')).toBe(false);
  expect(typed()).toBe('a');
});

test.each(['Escape', 'Tab'])('%s ends it, which is told once', (key) => {
  const onLeft = vi.fn<() => void>();
  typeAhead(document, new AbortController().signal, onLeft);
  expect(press(key)).toBe(false);
  expect(press('b')).toBe(false);
  press(key);
  expect(onLeft).toHaveBeenCalledOnce();
});

test('what was typed is given once', () => {
  const typed = typeAhead(document, new AbortController().signal);
  press('n');
  expect(typed()).toBe('n');
  expect(typed()).toBe('');
});

test('Enter is kept from the link that has the focus, as a line break', () => {
  const typed = typeAhead(document, new AbortController().signal);
  press('a');
  expect(press('Enter')).toBe(true);
  expect(typed()).toBe('a\n');
});

test("a field of the page's own keeps its letters, and ends it", () => {
  const field = document.body.appendChild(document.createElement('input'));
  const onLeft = vi.fn<() => void>();
  const typed = typeAhead(document, new AbortController().signal, onLeft);
  press('a');
  expect(press('b', {}, field)).toBe(false);
  expect(press('c')).toBe(false);
  expect(typed()).toBe('a');
  expect(onLeft).toHaveBeenCalledOnce();
  field.remove();
});

test('a press anywhere ends it', () => {
  const onLeft = vi.fn<() => void>();
  const typed = typeAhead(document, new AbortController().signal, onLeft);
  press('a');
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(press('b')).toBe(false);
  expect(typed()).toBe('a');
  expect(onLeft).toHaveBeenCalledOnce();
});

test('ended from outside, what was typed is held', () => {
  const ending = new AbortController();
  const onLeft = vi.fn<() => void>();
  const typed = typeAhead(document, ending.signal, onLeft);
  press('a');
  ending.abort();
  vi.advanceTimersByTime(3000);
  expect(press('b')).toBe(false);
  expect(typed()).toBe('a');
  expect(onLeft).not.toHaveBeenCalled();
});
