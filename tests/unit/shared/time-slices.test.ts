import { describe, expect, test, vi } from 'vitest';
import { sleep } from '@/lib/shared/sleep';
import { forEachInSlices } from '@/lib/shared/time-slices';
import { nextTask } from '../../fixtures/next-task';

const ITEMS = Array.from({ length: 50 }, (_, index) => index);

/** Takes `cost` ms per item, next to a repeating task of the page. */
async function handleItems(cost: number, stop = new AbortController(), stopAt = Infinity) {
  let now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  let tasks = 0;
  const ending = new AbortController();
  const pageTasks = (async () => {
    while (!ending.signal.aborted) {
      await nextTask();
      tasks += 1;
    }
  })();
  const done: number[] = [];
  const sliceLengths: number[] = [];
  let tasksBefore = -1;
  const working = forEachInSlices(
    ITEMS,
    (item) => {
      done.push(item);
      if (tasks === tasksBefore) sliceLengths.push((sliceLengths.pop() ?? 0) + cost);
      else sliceLengths.push(cost);
      tasksBefore = tasks;
      now += cost;
      if (item === stopAt) stop.abort();
    },
    stop.signal,
  );
  const doneSynchronously = done.length;
  await working;
  ending.abort();
  await pageTasks;
  return { done, sliceLengths, doneSynchronously };
}

describe('forEachInSlices', () => {
  test('handles every item in order, none synchronously', async () => {
    const { done, doneSynchronously } = await handleItems(1);

    expect(done).toEqual(ITEMS);
    expect(doneSynchronously).toBe(0);
  });

  test('yields to the page before 16 ms pass', async () => {
    const { sliceLengths } = await handleItems(3);

    expect(Math.max(...sliceLengths)).toBeLessThan(16);
  });

  test.each([
    ['within a slice', 1],
    ['between two slices', 20],
  ])('stops on an abort %s', async (_, cost) => {
    const { done } = await handleItems(cost, new AbortController(), 7);

    expect(done).toEqual(ITEMS.slice(0, 8));
  });

  test('handles nothing after an earlier abort', async () => {
    const stop = new AbortController();
    stop.abort();

    expect((await handleItems(1, stop)).done).toEqual([]);
  });

  test('resolves for an empty list', async () => {
    await expect(
      forEachInSlices([], () => {}, new AbortController().signal),
    ).resolves.toBeUndefined();
  });
});

describe('sleep', () => {
  test('resolves after its time or on an abort', async () => {
    vi.useFakeTimers();
    const stop = new AbortController();
    const resolved = vi.fn();
    void sleep(100, stop.signal).then(() => resolved('full'));
    await vi.advanceTimersByTimeAsync(99);
    expect(resolved).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(resolved).toHaveBeenLastCalledWith('full');
    void sleep(100, stop.signal).then(() => resolved('cut'));
    stop.abort();
    await Promise.resolve();
    await Promise.resolve();

    expect(resolved).toHaveBeenLastCalledWith('cut');
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});
