// @vitest-environment happy-dom
import { act, renderHook, cleanup } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { once, useSubscription, type Subscribable } from '@/components/hooks/use-subscription';

afterEach(cleanup);

/** Something to subscribe to, fed by hand. */
class Source implements Subscribable<string> {
  next: ((value: string) => void) | undefined;
  fail: ((reason: unknown) => void) | undefined;

  subscribe(next: (value: string) => void, fail: (reason: unknown) => void) {
    this.next = next;
    this.fail = fail;
    return { unsubscribe: () => void (this.next = undefined) };
  }
}

test('gives the latest value, and nothing of the former source after a change', () => {
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

test('what is asked for once is told, unless something else is wanted by then', async () => {
  const asked = {
    a: async () => {
      await tick();
      throw new Error('too late');
    },
    b: async () => 'two',
  };
  const { result, rerender } = renderHook(
    ({ name }: { name: 'a' | 'b' }) => useSubscription(() => once<string>(asked[name]), [name]),
    { initialProps: { name: 'a' } },
  );

  rerender({ name: 'b' });
  await act(async () => undefined);
  expect(result.current).toBe('two');
  await act(tick);
  expect(result.current).toBe('two');
});

const tick = () => new Promise<void>((done) => void setTimeout(done));
