import { describe, expect, test, vi } from 'vitest';
import { sleep } from '@/lib/shared/sleep';
import { forEachInSlices } from '@/lib/shared/time-slices';
import { nextTask } from '../../fixtures/next-task';

const ITEMS = Array.from({ length: 50 }, (_, index) => index);

/** Works on `ITEMS`, each of which takes `cost` ms, while another task of the page is run over and over. */
async function work(cost: number, stop = new AbortController(), stopAt = Infinity) {
  let now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  let tasks = 0;
  const ending = new AbortController();
  const others = (async () => {
    while (!ending.signal.aborted) {
      await nextTask();
      tasks += 1;
    }
  })();
  const done: number[] = [];
  const lengths: number[] = [];
  let tasksBefore = -1;
  const working = forEachInSlices(
    ITEMS,
    (item) => {
      done.push(item);
      if (tasks === tasksBefore) lengths.push((lengths.pop() ?? 0) + cost);
      else lengths.push(cost);
      tasksBefore = tasks;
      now += cost;
      if (item === stopAt) stop.abort();
    },
    stop.signal,
  );
  const atOnce = done.length;
  await working;
  ending.abort();
  await others;
  return { done, lengths, atOnce };
}

describe('work in slices', () => {
  test('is done for all, in order, and none of it at once', async () => {
    const { done, atOnce } = await work(1);

    expect(done).toEqual(ITEMS);
    expect(atOnce).toBe(0);
  });

  test('lets the page run before a stretch is felt', async () => {
    const { lengths } = await work(3);

    expect(Math.max(...lengths)).toBeLessThan(16);
  });

  test.each([
    ['within a slice', 1],
    ['between two', 20],
  ])('stops when it is told to %s', async (_, cost) => {
    const { done } = await work(cost, new AbortController(), 7);

    expect(done).toEqual(ITEMS.slice(0, 8));
  });

  test('is not begun once it was told to stop', async () => {
    const stop = new AbortController();
    stop.abort();

    expect((await work(1, stop)).done).toEqual([]);
  });

  test('of nothing is done', async () => {
    await expect(
      forEachInSlices([], () => {}, new AbortController().signal),
    ).resolves.toBeUndefined();
  });
});

describe('a pause', () => {
  test('is over after its time, or when it is told to stop', async () => {
    vi.useFakeTimers();
    const stop = new AbortController();
    const over = vi.fn();
    void sleep(100, stop.signal).then(() => over('full'));
    await vi.advanceTimersByTimeAsync(99);
    expect(over).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(over).toHaveBeenLastCalledWith('full');
    void sleep(100, stop.signal).then(() => over('cut'));
    stop.abort();
    await Promise.resolve();
    await Promise.resolve();

    expect(over).toHaveBeenLastCalledWith('cut');
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});
