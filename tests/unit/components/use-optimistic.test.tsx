// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { replace, useOptimistic } from '@/components/hooks/use-optimistic';
import { withoutTag, withTag } from '@/lib/papers/tags/tag';
import { promised } from '../content-script/listing-for-tests';

afterEach(cleanup);
afterEach(() => vi.useRealTimers());

/** The hook on a stored value, and writes that a test ends. */
function optimistic<T, C>(initial: T, apply: (value: T, change: C) => T) {
  const { result, rerender } = renderHook(({ stored }) => useOptimistic(stored, apply), {
    initialProps: { stored: initial },
  });
  return {
    shown: () => result.current[0],
    /** Delivers a stored value. */
    deliver: (stored: T) => rerender({ stored }),
    /** Shows a change. @returns ends its write */
    choose(change: C): (isStored: boolean) => Promise<void> {
      const write = promised<boolean>();
      act(() => result.current[1](change, write.promise));
      return (isStored) => act(async () => write.resolve(isStored));
    },
  };
}

test('a choice is shown at once, through redraws with the value that it replaces', async () => {
  const { shown, deliver, choose } = optimistic('a', replace<string>);
  const end = choose('b');
  expect(shown()).toBe('b');
  deliver('a');
  expect(shown()).toBe('b');
  await end(true);
  expect(shown()).toBe('b');
  deliver('a');
  expect(shown()).toBe('b');
  deliver('b');
  expect(shown()).toBe('b');
});

test('an older value that arrives after the write is not shown', async () => {
  const { shown, deliver, choose } = optimistic('a', replace<string>);
  await choose('c')(true);
  deliver('b');
  expect(shown()).toBe('c');
});

test('a choice that could not be stored is reverted', async () => {
  const { shown, choose } = optimistic('a', replace<string>);
  await choose('b')(false);
  expect(shown()).toBe('a');
});

test('of two choices the last is shown, whatever arrives between', async () => {
  const { shown, deliver, choose } = optimistic('a', replace<string>);
  const [first, second] = [choose('b'), choose('c')];
  expect(shown()).toBe('c');
  await first(true);
  deliver('b');
  expect(shown()).toBe('c');
  await second(true);
  deliver('c');
  expect(shown()).toBe('c');
  deliver('a');
  expect(shown()).toBe('a');
});

test('two choices that arrive as one are both done with', async () => {
  const { shown, deliver, choose } = optimistic('a', replace<string>);
  const [first, second] = [choose('b'), choose('c')];
  await first(true);
  deliver('c');
  expect(shown()).toBe('c');
  await second(true);
  deliver('d');
  expect(shown()).toBe('d');
});

test('a choice back to the stored value keeps the first one from being shown', async () => {
  const { shown, deliver, choose } = optimistic('a', replace<string>);
  const [first, second] = [choose('b'), choose('a')];
  await first(true);
  deliver('b');
  expect(shown()).toBe('a');
  await second(true);
  expect(shown()).toBe('a');
});

test('of two choices of which the last fails, the first is shown', async () => {
  const { shown, choose } = optimistic('a', replace<string>);
  const [first, second] = [choose('b'), choose('c')];
  await second(false);
  expect(shown()).toBe('b');
  await first(true);
  expect(shown()).toBe('b');
});

test('what is changed elsewhere is shown while nothing is being stored', async () => {
  const { shown, deliver, choose } = optimistic('a', replace<string>);
  deliver('b');
  expect(shown()).toBe('b');
  await choose('c')(true);
  deliver('c');
  deliver('d');
  expect(shown()).toBe('d');
});

test('a stored choice that never arrives, since it was replaced elsewhere, is given up', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const { shown, deliver, choose } = optimistic('a', replace<string>);
  await choose('b')(true);
  deliver('c');
  expect(shown()).toBe('b');
  await act(async () => void vi.runAllTimers());
  expect(shown()).toBe('c');
});

test('changes to a part leave the rest as it arrives', async () => {
  const edit = (tags: readonly string[], { add = '', remove = '' }) =>
    withTag(withoutTag(tags, remove), add);
  const { shown, deliver, choose } = optimistic<readonly string[], Parameters<typeof edit>[1]>(
    ['old'],
    edit,
  );
  const [adding, removing] = [choose({ add: 'new' }), choose({ remove: 'old' })];
  expect(shown()).toEqual(['new']);
  deliver(['old', 'other']);
  expect(shown()).toEqual(['other', 'new']);
  await adding(true);
  deliver(['old', 'other', 'new']);
  expect(shown()).toEqual(['other', 'new']);
  await removing(false);
  expect(shown()).toEqual(['old', 'other', 'new']);
});
