import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { waitForHydration } from '@/lib/content-script/dom/wait-for-hydration';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** For a page that settles after `time` ms; returns a getter of the wait, ms. */
async function measureWait(time: number, stop = new AbortController()): Promise<() => number> {
  const start = Date.now();
  let waitedMs = Number.NaN;
  void waitForHydration(() => Date.now() - start >= time, stop.signal).then(
    () => (waitedMs = Date.now() - start),
  );
  await vi.advanceTimersByTimeAsync(0);
  return () => waitedMs;
}

test('does not wait for a settled page', async () => {
  expect((await measureWait(0))()).toBe(0);
});

test('waits until the page is settled', async () => {
  const waitedMs = await measureWait(700);
  await vi.advanceTimersByTimeAsync(5000);

  expect(waitedMs()).toBeGreaterThanOrEqual(700);
  expect(waitedMs()).toBeLessThan(800);
});

test('waits at most two seconds', async () => {
  const waitedMs = await measureWait(Infinity);
  await vi.advanceTimersByTimeAsync(5000);

  expect(waitedMs()).toBeGreaterThanOrEqual(2000);
  expect(waitedMs()).toBeLessThan(2100);
});

test('stops on an abort', async () => {
  const stop = new AbortController();
  const waitedMs = await measureWait(Infinity, stop);
  await vi.advanceTimersByTimeAsync(100);
  stop.abort();
  await vi.advanceTimersByTimeAsync(5000);

  expect(waitedMs()).toBeLessThan(200);
});
