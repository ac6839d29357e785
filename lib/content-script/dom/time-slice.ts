/** Longest unnoticeable block of work, ms. */
const SLICE = 8;

/** Calls `work` for each item, yielding before and in between. Stops when `signal` aborts. */
export async function forEachInSlices<T>(
  items: Iterable<T>,
  work: (item: T) => void,
  signal: AbortSignal,
): Promise<void> {
  let sliceEnds = 0;
  for (const item of items) {
    if (performance.now() > sliceEnds) {
      await nextTask();
      sliceEnds = performance.now() + SLICE;
    }
    if (signal.aborted) return;
    work(item);
  }
}

/** Resolves after `time` ms, or when `signal` aborts. */
export function sleep(time: number, signal: AbortSignal): Promise<void> {
  if (time <= 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, time);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
