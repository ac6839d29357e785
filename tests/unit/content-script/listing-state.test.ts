// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { ListingState } from '@/lib/content-script/listing/listing-state';
import { PageSettings } from '@/lib/content-script/page-settings';
import { FakeBackground, idOf } from './listing-for-tests';

function open() {
  const { sendMessage } = new FakeBackground();
  const onChange = vi.fn<() => void>();
  return {
    state: new ListingState(sendMessage, new PageSettings(sendMessage), onChange),
    onChange,
  };
}

test('keepSelected deselects removed papers and announces it', () => {
  const { state, onChange } = open();
  state.selected = new Set([1, 2, 3].map(idOf));
  onChange.mockClear();
  state.keepSelected([idOf(1), idOf(2), idOf(7)]);

  expect([...(state.selected ?? [])]).toEqual([idOf(1), idOf(2)]);
  expect(onChange).toHaveBeenCalledOnce();
});

test('keepSelected changes nothing outside selection mode, or when no paper was removed', () => {
  const { state, onChange } = open();
  state.keepSelected([]);
  expect(state.selected).toBeUndefined();
  state.selected = new Set([idOf(1)]);
  onChange.mockClear();
  state.keepSelected([idOf(1), idOf(2)]);

  expect(onChange).not.toHaveBeenCalled();
});
