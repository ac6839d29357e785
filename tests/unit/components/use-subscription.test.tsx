// @vitest-environment happy-dom
import { act, renderHook, cleanup } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { once, useSubscription, type Subscribable } from '@/components/hooks/use-subscription';

afterEach(cleanup);

class Source implements Subscribable<string> {
  next: ((value: string) => void) | undefined;
  fail: ((reason: unknown) => void) | undefined;

  subscribe(next: (value: string) => void, fail: (reason: unknown) => void) {
    this.next = next;
    this.fail = fail;
    return { unsubscribe: () => void (this.next = undefined) };
  }
}

test('returns the latest value, and none of the previous source after a change', () => {
  const sources = { a: new Source(), b: new Source() };
  const { result, rerender } = renderHook(
    ({ name }: { name: 'a' | 'b' }) => useSubscription(() => sources[name], [name]),
    { initialProps: { name: 'a' } },
  );

  expect(result.current).toBeUndefined();
  act(() => sources.a.next?.('one'));
  expect(result.current).toBe('one');
  rerender({ name: 'b' });
  expect(result.current).toBeUndefined();
  expect(sources.a.next).toBeUndefined();
  act(() => sources.b.next?.('two'));
  expect(result.current).toBe('two');
});

test('once returns its value, unless the source changed', async () => {
  const sources = {
    a: async () => {
      await tick();
      throw new Error('too late');
    },
    b: async () => 'two',
  };
  const { result, rerender } = renderHook(
    ({ name }: { name: 'a' | 'b' }) => useSubscription(() => once<string>(sources[name]), [name]),
    { initialProps: { name: 'a' } },
  );

  rerender({ name: 'b' });
  await act(async () => undefined);
  expect(result.current).toBe('two');
  await act(tick);
  expect(result.current).toBe('two');
});

const tick = () => new Promise<void>((done) => void setTimeout(done));
