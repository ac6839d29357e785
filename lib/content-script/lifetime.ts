import { isConnected } from '@/lib/messaging/client';

/** How long this script works: until the extension is updated or removed. */
export class Lifetime {
  readonly #ending = new AbortController();
  /** Aborts when its end is noticed. */
  readonly signal = this.#ending.signal;

  /** Looks whether the extension is still there. */
  readonly isAlive = (): boolean => {
    if (!isConnected()) this.#ending.abort();
    return !this.signal.aborted;
  };
}
