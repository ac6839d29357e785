// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ShownInTab } from '@/entrypoints/popup/shown-in-tab';
import { useShownInTab } from '@/entrypoints/popup/use-shown-in-tab';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const paper: ShownInTab = { paperIds: ['arxiv:2603.12345'], listing: undefined };

function answerAfter<T>(ms: number, answer: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(answer), ms));
}

const pass = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

test.each([
  { name: 'a paper', answer: paper, first: 'page' },
  { name: 'no paper', answer: undefined, first: 'library' },
])('begins with the $first for a tab that shows $name', async ({ answer, first }) => {
  const asked = answerAfter(100, answer);
  const { result } = renderHook(() => useShownInTab(asked));
  expect(result.current).toEqual({ shown: undefined, first: undefined });
  await pass(100);
  expect(result.current).toEqual({ shown: answer ?? null, first });
});

test('begins with the library while a tab is slow, and stays there', async () => {
  const asked = answerAfter(1000, paper);
  const { result } = renderHook(() => useShownInTab(asked));
  await pass(300);
  expect(result.current.first).toBe('library');
  await pass(700);
  expect(result.current).toEqual({ shown: paper, first: 'library' });
});

test('begins with the library for a tab that cannot be asked', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const asked = answerAfter(10, undefined).then(() => Promise.reject(new Error('no tab')));
  const { result } = renderHook(() => useShownInTab(asked));
  await pass(10);
  expect(result.current).toEqual({ shown: null, first: 'library' });
});
