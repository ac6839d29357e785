// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { typeAhead } from '@/lib/page/type-ahead';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function press(key: string, modifiers: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', {
    key,
    bubbles: true,
    cancelable: true,
    ...modifiers,
  });
  document.body.dispatchEvent(event);
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

test('a field that does not come leaves the keys to the page', () => {
  const typed = typeAhead(document, new AbortController().signal);
  press('a');
  vi.advanceTimersByTime(3000);
  expect(press('b')).toBe(false);
  expect(typed()).toBe('');
});

test('Escape ends it', () => {
  typeAhead(document, new AbortController().signal);
  press('Escape');
  expect(press('b')).toBe(false);
});
