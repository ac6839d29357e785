// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { useFailure } from '@/components/feedback/use-failure';
import { Failure } from '@/lib/shared/failure';

afterEach(cleanup);

const full = () => Promise.reject(new Failure('storage-full'));

test('returns a failure with a retry, until the retry succeeds', async () => {
  const { result } = renderHook(useFailure);
  const work = vi.fn(full);
  await act(async () => void (await result.current.attempt(work)));
  expect(result.current.failure?.code).toBe('storage-full');

  await act(async () => result.current.failure?.onRetry?.());
  expect(result.current.failure?.code).toBe('storage-full');

  work.mockImplementation(async () => undefined as never);
  await act(async () => result.current.failure?.onRetry?.());
  expect(result.current.failure).toBeUndefined();
  expect(work).toHaveBeenCalledTimes(3);
});

test('a second failure keeps the Retry of the first', async () => {
  const { result } = renderHook(useFailure);
  const first = vi.fn(full);
  const second = vi.fn(() => Promise.reject(new Failure('database')));
  const third = vi.fn();
  await act(async () => void (await result.current.attempt(first, 'export')));
  await act(async () => void (await result.current.attempt(second, 'remove')));
  await act(async () => result.current.fail(new Failure('not-found'), third));
  expect(result.current.failure?.code).toBe('not-found');

  first.mockImplementation(async () => undefined as never);
  await act(async () => result.current.failure?.onRetry?.());
  expect([first, second, third].map(({ mock }) => mock.calls.length)).toEqual([2, 2, 1]);
  // What failed again is shown again.
  expect(result.current.failure?.code).toBe('database');
});

test('an attempt keeps the Retry of another action', async () => {
  const { result } = renderHook(useFailure);
  const first = vi.fn(full);
  await act(async () => void (await result.current.attempt(first, 'export')));
  await act(async () => void (await result.current.attempt(async () => undefined, 'remove')));
  await act(async () => result.current.failure?.onRetry?.());
  expect(first).toHaveBeenCalledTimes(2);
});

test('clears a failure on the next attempt or on dismissal', async () => {
  const { result } = renderHook(useFailure);
  await act(async () => void (await result.current.attempt(full)));
  await act(async () => void result.current.attempt(() => new Promise(() => {})));
  expect(result.current.failure).toBeUndefined();

  await act(async () => void (await result.current.attempt(full)));
  await act(async () => result.current.failure?.onDismiss?.());
  expect(result.current.failure).toBeUndefined();
});

test('keeps a failure despite later attempts, if asked to', async () => {
  const { result } = renderHook(() => useFailure({ keepsFailure: true }));
  await act(async () => void (await result.current.attempt(full)));
  await act(async () => void (await result.current.attempt(async () => undefined)));
  expect(result.current.failure?.code).toBe('storage-full');

  await act(async () => result.current.failure?.onDismiss?.());
  expect(result.current.failure).toBeUndefined();
});

test('starts the work synchronously: permission prompts need a click', () => {
  const { result } = renderHook(useFailure);
  const work = vi.fn(async () => undefined);
  act(() => {
    void result.current.attempt(work);
    expect(work).toHaveBeenCalledOnce();
  });
});

test('the caller learns whether the work was done', async () => {
  const { result } = renderHook(useFailure);
  const { attempt } = result.current;
  await act(async () => {
    expect(await attempt(async () => undefined)).toBe(true);
    expect(await attempt(async () => false)).toBe(false);
    expect(await attempt(full)).toBe(false);
  });
});
