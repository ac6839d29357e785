import { beforeEach, expect, test, vi } from 'vitest';
import { ListingState } from '@/lib/content-script/listing/listing-state';
import { Selection } from '@/lib/content-script/listing/selection';
import { PageSettings } from '@/lib/content-script/page-settings';
import { idOf } from './listing-for-tests';

const ORDER = [1, 2, 3, 4, 5].map(idOf);
const onChange = vi.fn();
let selection: Selection;
let state: ListingState;
beforeEach(() => {
  onChange.mockClear();
  state = new ListingState(vi.fn(), new PageSettings(vi.fn()), onChange);
  selection = new Selection(state);
});

const selectedIds = () => ORDER.filter((id) => selection.has(id));

test('is undefined outside selection mode', () => {
  expect(selection.has(idOf(1))).toBeUndefined();
  state.selected = new Set();
  expect(selection.has(idOf(1))).toBe(false);
});

test('starts with the first toggle', () => {
  selection.toggle(idOf(2));

  expect(selectedIds()).toEqual([idOf(2)]);
  expect(onChange).toHaveBeenCalledOnce();
});

test('extends from the last toggled card, in both directions', () => {
  selection.toggle(idOf(4));
  selection.extendTo(idOf(2), ORDER);
  expect(selectedIds()).toEqual([2, 3, 4].map(idOf));
  selection.extendTo(idOf(3), ORDER);
  selection.toggle(idOf(5));
  selection.toggle(idOf(5));
  selection.extendTo(idOf(3), ORDER);

  expect(selectedIds()).toEqual([idOf(2)]);
});

test('extends to one card when the last toggled one is gone', () => {
  selection.toggle(idOf(9));
  selection.extendTo(idOf(3), ORDER);

  expect(selectedIds()).toEqual([idOf(3)]);
});

test('extends from a selected card after set', () => {
  selection.toggle(idOf(1));
  selection.set([idOf(2), idOf(3)]);
  selection.extendTo(idOf(5), ORDER);

  expect(selectedIds()).toEqual([2, 3, 5].map(idOf));
});

test('starts a new range after selection mode was left and entered again', () => {
  selection.toggle(idOf(1));
  state.selected = undefined;
  state.selected = new Set();
  selection.set(ORDER);
  selection.extendTo(idOf(4), ORDER);

  expect(selectedIds()).toEqual([1, 2, 3, 5].map(idOf));
});

test('does not extend from a card that was deselected elsewhere', () => {
  selection.toggle(idOf(1));
  selection.toggle(idOf(2));
  state.selected = new Set([idOf(1)]);
  selection.extendTo(idOf(4), ORDER);

  expect(selectedIds()).toEqual([1, 4].map(idOf));
});
