/** Longer work is noticeable, ms. */
const SLICE = 8;

/** Slices long work: the page runs in between. */
export class Slices {
  #ends = performance.now() + SLICE;

  constructor(private readonly signal?: AbortSignal) {}

  /** Whether to `rest`. Cheaper than a promise: check often. */
  get isOver(): boolean {
    return performance.now() >= this.#ends;
  }

  /** Lets the page run. @throws the signal's reason when aborted */
  async rest(): Promise<void> {
    this.signal?.throwIfAborted();
    await nextTask();
    this.signal?.throwIfAborted();
    this.#ends = performance.now() + SLICE;
  }
}

/** Calls `work` for each item, yielding before and between. Stops when `signal` aborts. */
export async function forEachInSlices<T>(
  items: Iterable<T>,
  work: (item: T) => void,
  signal: AbortSignal,
): Promise<void> {
  await nextTask();
  const slices = new Slices();
  for (const item of items) {
    if (slices.isOver) await slices.rest();
    if (signal.aborted) return;
    work(item);
  }
}

/** In hidden tabs, timers run once a second. */
function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
