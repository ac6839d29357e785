import { beforeEach, expect, test, vi } from 'vitest';
import type { PaperId } from '@/lib/papers/paper-id';
import { Selection } from '@/lib/content-script/listing/selection';
import { idOf } from './listing-for-tests';

const ORDER = [1, 2, 3, 4, 5].map(idOf);
const onChange = vi.fn();
let selection: Selection;
let selected: ReadonlySet<PaperId> | undefined;
const state = {
  get selected() {
    return selected;
  },
  set selected(ids) {
    selected = ids;
    onChange();
  },
};
beforeEach(() => {
  selected = undefined;
  selection = new Selection(state);
});

const picked = () => ORDER.filter((id) => selection.has(id));

test('nothing is being picked until it begins', () => {
  expect(selection.count).toBeUndefined();
  expect(selection.has(idOf(1))).toBeUndefined();
  selection.start();
  expect(selection.count).toBe(0);
  expect(selection.has(idOf(1))).toBe(false);
});

test('picking the first one begins it', () => {
  selection.toggle(idOf(2));

  expect(picked()).toEqual([idOf(2)]);
  expect(onChange).toHaveBeenCalledOnce();
});

test('a range goes from the last one toggled, in either direction', () => {
  selection.toggle(idOf(4));
  selection.extendTo(idOf(2), ORDER);
  expect(picked()).toEqual([2, 3, 4].map(idOf));
  selection.extendTo(idOf(3), ORDER);
  selection.toggle(idOf(5));
  selection.toggle(idOf(5));
  selection.extendTo(idOf(3), ORDER);

  expect(picked()).toEqual([idOf(2)]);
});

test('a range without a beginning on the page picks the one', () => {
  selection.toggle(idOf(9));
  selection.extendTo(idOf(3), ORDER);

  expect(picked()).toEqual([idOf(3)]);
});

test('a range after all of a kind were picked does not begin at one that was let go', () => {
  selection.toggle(idOf(1));
  selection.set([idOf(2), idOf(3)]);
  selection.extendTo(idOf(5), ORDER);

  expect(picked()).toEqual([2, 3, 5].map(idOf));
});

test('a range after the start of it was deselected elsewhere does not begin there', () => {
  selection.toggle(idOf(1));
  selection.toggle(idOf(2));
  state.selected = new Set([idOf(1)]);
  selection.extendTo(idOf(4), ORDER);

  expect(picked()).toEqual([1, 4].map(idOf));
});
