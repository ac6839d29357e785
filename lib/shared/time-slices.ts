/** A longer stretch of work than this would be felt on a page, ms. */
const SLICE = 8;

/** Cuts long work into slices, between which the page runs. */
export class Slices {
  #ends = performance.now() + SLICE;

  constructor(private readonly signal?: AbortSignal) {}

  /** Whether it is time to `rest`; to be asked often, since promises cost more than this. */
  get isOver(): boolean {
    return performance.now() >= this.#ends;
  }

  /** Lets the page run. @throws the signal's reason when it aborted */
  async rest(): Promise<void> {
    this.signal?.throwIfAborted();
    await nextTask();
    this.signal?.throwIfAborted();
    this.#ends = performance.now() + SLICE;
  }
}

/** Not by a timer: in a hidden tab these run once a second. */
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
