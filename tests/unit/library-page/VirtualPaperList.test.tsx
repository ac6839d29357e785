// @vitest-environment happy-dom
import { act, cleanup, createEvent, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { VirtualPaperList } from '@/entrypoints/library/papers/VirtualPaperList';
import type { PaperId } from '@/lib/papers/paper-id';
import { useEnglish } from '../components/english';
import { aKnownPaper } from '../../fixtures/rows';

useEnglish();
beforeEach(() => {
  // The virtual list needs a height.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
});
afterEach(() => {
  cleanup();
  location.hash = '';
});

const ids: PaperId[] = ['arxiv:2501.00001', 'arxiv:2501.00002', 'arxiv:2501.00003'];

function show() {
  const handlers = { onSelect: vi.fn(), onRange: vi.fn() };
  render(
    <VirtualPaperList
      ids={ids}
      rowOf={(id) => ({
        paper: aKnownPaper({ id, title: `Paper ${ids.indexOf(id)}` }),
        entry: undefined,
      })}
      titleOf={() => undefined}
      open={ids[2]}
      isSelected={(id) => id === ids[1]}
      marks={undefined}
      density="comfortable"
      {...handlers}
    />,
  );
  return handlers;
}

const link = (index: number) => screen.getByRole('link', { name: `Paper ${index}` });
function press(key: string, more: KeyboardEventInit = {}): void {
  const event = createEvent.keyDown(document.activeElement!, { key, ...more }) as KeyboardEvent;
  // happy-dom has no Caps Lock.
  event.getModifierState = (name) => Reflect.get(more, `modifier${name}` satisfies string) === true;
  fireEvent(document.activeElement!, event);
}

test('numbers the rows, requests the visible ones and marks the open one', () => {
  const { onRange } = show();

  const rows = screen
    .getAllByRole('listitem')
    .map((row) => [row.className, row.getAttribute('aria-posinset')]);
  expect(rows).toEqual([
    ['row', '1'],
    ['row', '2'],
    ['row row-open', '3'],
  ]);
  expect(onRange).toHaveBeenLastCalledWith(0, 3);
});

test('x or a click selects a row, with Shift a range', () => {
  const { onSelect } = show();
  link(0).focus();
  press('x');
  press('X', { shiftKey: true });
  press('x', { ctrlKey: true });
  press('ArrowDown');
  press('x');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Select Paper 2' }), { shiftKey: true });

  expect(onSelect.mock.calls).toEqual([
    [0, true, false],
    [0, true, true],
    [1, false, false],
    [2, true, true],
  ]);
});

test('Shift with an arrow key selects the row and the next one', () => {
  const { onSelect } = show();
  link(1).focus();
  press('ArrowUp', { shiftKey: true });
  expect(document.activeElement).toBe(link(0));
  press('ArrowRight', { shiftKey: true });
  press('J', { shiftKey: true });

  expect(onSelect.mock.calls).toEqual([
    [1, true, false],
    [0, true, true],
  ]);
});

test('o opens the paper, and j returns to the list', () => {
  show();
  act(() => link(0).focus());
  press('o');
  expect(location.hash).toBe('#/paper/arxiv%3A2501.00001');

  link(0).blur();
  fireEvent.keyDown(document.body, { key: 'j' });
  expect(document.activeElement).toBe(link(0));
});

test.each<[string, KeyboardEventInit & { key: string }, KeyboardEventInit & { key: string }]>([
  ['Caps Lock', { key: 'J', modifierCapsLock: true }, { key: 'X', modifierCapsLock: true }],
  ['a Cyrillic layout', { key: 'о', code: 'KeyJ' }, { key: 'ч', code: 'KeyX' }],
])('its keys work with %s', (_, next, select) => {
  const { onSelect } = show();
  link(0).focus();
  press(next.key, next);
  expect(document.activeElement).toBe(link(1));
  press(select.key, select);
  link(1).blur();
  press(next.key, next);

  expect(document.activeElement).toBe(link(1));
  expect(onSelect.mock.calls).toEqual([[1, false, false]]);
});

test('j repeats while held down, x does not', () => {
  const { onSelect } = show();
  link(0).focus();
  press('j', { repeat: true });
  press('j', { repeat: true });
  expect(document.activeElement).toBe(link(2));
  press('x', { repeat: true });
  expect(onSelect).not.toHaveBeenCalled();
  press('ArrowUp', { shiftKey: true, repeat: true });

  expect(onSelect).toHaveBeenCalledTimes(2);
});
