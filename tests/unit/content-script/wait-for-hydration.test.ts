import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { waitForHydration } from '@/lib/content-script/dom/wait-for-hydration';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Waits for a page that is settled after `time` ms; tells when the wait was over, ms. */
async function waited(time: number, stop = new AbortController()): Promise<() => number> {
  const start = Date.now();
  let over = Number.NaN;
  void waitForHydration(() => Date.now() - start >= time, stop.signal).then(
    () => (over = Date.now() - start),
  );
  await vi.advanceTimersByTimeAsync(0);
  return () => over;
}

test('a settled page is not waited for', async () => {
  expect((await waited(0))()).toBe(0);
});

test('a page is waited for until it is settled', async () => {
  const over = await waited(700);
  await vi.advanceTimersByTimeAsync(5000);

  expect(over()).toBeGreaterThanOrEqual(700);
  expect(over()).toBeLessThan(800);
});

test('a page that never settles is waited for two seconds', async () => {
  const over = await waited(Infinity);
  await vi.advanceTimersByTimeAsync(5000);

  expect(over()).toBeGreaterThanOrEqual(2000);
  expect(over()).toBeLessThan(2100);
});

test('the wait is over when it is told to stop', async () => {
  const stop = new AbortController();
  const over = await waited(Infinity, stop);
  await vi.advanceTimersByTimeAsync(100);
  stop.abort();
  await vi.advanceTimersByTimeAsync(5000);

  expect(over()).toBeLessThan(200);
});
