// @vitest-environment happy-dom
import { act, cleanup, fireEvent, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useFocusFieldShortcut } from '@/entrypoints/library/use-focus-field-shortcut';
import { anEntry } from '../../fixtures/rows';

afterEach(cleanup);

const { paperId } = anEntry();
const edit = vi.fn<Parameters<typeof useFocusFieldShortcut>[0]['edit']>();
beforeEach(() => void edit.mockClear());

/** The reader has gone to a field of a paper by key. */
function goTo(field: 'tags' | 'note', note: string | undefined) {
  const { result, unmount } = renderHook(() =>
    useFocusFieldShortcut({ place: 'paper', open: paperId, edit }),
  );
  act(() => result.current.goToField({ field, paperId, note: Promise.resolve(note) }));
  return { wanted: () => result.current.wanted, unmount };
}

/** Types a letter; whether it was kept from the page. */
const press = (key: string): boolean => !fireEvent.keyDown(document.body, { key });
const settled = () => act(() => Promise.resolve());

test('what is typed on is for the field, once that is there', () => {
  const { wanted } = goTo('note', 'Mine.');
  expect(['s', 'x'].map(press)).toEqual([true, true]);
  const field = document.createElement('textarea');
  act(() => wanted()?.onReached?.(field));
  expect(field.value).toBe('sx');
  expect(press('s')).toBe(false);
  expect(edit).not.toHaveBeenCalled();
});

test('tags that were typed are added, and the rest stands in the field', () => {
  const { wanted } = goTo('tags', '');
  for (const key of ['a', 'Enter', 'b']) press(key);
  const field = document.createElement('input');
  act(() => wanted()?.onReached?.(field));
  expect(edit.mock.calls).toEqual([[paperId, { kind: 'add-tag', tag: 'a' }]]);
  expect(field.value).toBe('b');
});

test.each([
  ['the reader turns elsewhere', () => press('Escape')],
  ['the page goes', () => fireEvent(window, new Event('pagehide'))],
])('what was typed is stored when %s before the field is there', async (_, leave) => {
  const { wanted } = goTo('note', 'Mine.');
  press('s');
  act(() => void leave());
  await settled();
  expect(wanted()).toBeUndefined();
  expect(edit.mock.calls).toEqual([[paperId, { kind: 'note', base: 'Mine.', text: 'Mine.s' }]]);
});

test('a paper without fields leaves the keys to the page', async () => {
  const { wanted } = goTo('note', undefined);
  await settled();
  expect(wanted()).toBeUndefined();
  expect(press('s')).toBe(false);
  expect(edit).not.toHaveBeenCalled();
});
