import { isConnected } from '@/lib/messaging/client';

/** Lasts until the extension is updated or removed. */
export class Lifetime {
  readonly #ending = new AbortController();
  /** Aborts when its end is noticed. */
  readonly signal = this.#ending.signal;

  readonly isAlive = (): boolean => {
    if (!isConnected()) this.#ending.abort();
    return !this.signal.aborted;
  };
}
