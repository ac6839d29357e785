// @vitest-environment happy-dom
import { act, cleanup, fireEvent, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useFocusFieldShortcut } from '@/entrypoints/library/use-focus-field-shortcut';
import { anEntry } from '../../fixtures/rows';

afterEach(cleanup);

const { paperId } = anEntry();
const edit = vi.fn<Parameters<typeof useFocusFieldShortcut>[0]['edit']>();
beforeEach(() => void edit.mockClear());

function goTo(field: 'tags' | 'note', note: string | undefined) {
  const { result, unmount } = renderHook(() =>
    useFocusFieldShortcut({ place: 'paper', open: paperId, edit }),
  );
  act(() => result.current.goToField({ field, paperId, note: Promise.resolve(note) }));
  return { wanted: () => result.current.wanted, unmount };
}

/** Returns whether the key was hidden from the page. */
const press = (key: string): boolean => !fireEvent.keyDown(document.body, { key });
const settled = () => act(() => Promise.resolve());

test('inserts text typed ahead once the field exists', () => {
  const { wanted } = goTo('note', 'Mine.');
  expect(['s', 'x'].map(press)).toEqual([true, true]);
  const field = document.createElement('textarea');
  act(() => wanted()?.onReached?.(field));
  expect(field.value).toBe('sx');
  expect(press('s')).toBe(false);
  expect(edit).not.toHaveBeenCalled();
});

test('adds tags typed ahead and puts the rest into the field', () => {
  const { wanted } = goTo('tags', '');
  for (const key of ['a', 'Enter', 'b']) press(key);
  const field = document.createElement('input');
  act(() => wanted()?.onReached?.(field));
  expect(edit.mock.calls).toEqual([[paperId, { kind: 'add-tag', tag: 'a' }]]);
  expect(field.value).toBe('b');
});

test.each([
  ['the reader presses Escape', () => press('Escape')],
  ['the page closes', () => fireEvent(window, new Event('pagehide'))],
])('stores text typed ahead when %s before the field exists', async (_, leave) => {
  const { wanted } = goTo('note', 'Mine.');
  press('s');
  act(() => void leave());
  await settled();
  expect(wanted()).toBeUndefined();
  expect(edit.mock.calls).toEqual([[paperId, { kind: 'note', base: 'Mine.', text: 'Mine.s' }]]);
});

test('leaves the keys to the page for a paper without fields', async () => {
  const { wanted } = goTo('note', undefined);
  await settled();
  expect(wanted()).toBeUndefined();
  expect(press('s')).toBe(false);
  expect(edit).not.toHaveBeenCalled();
});
