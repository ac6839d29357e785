import type { SendMessage } from '@/lib/messaging/client';
import type { PaperId } from '@/lib/papers/paper-id';
import { listen } from '@/lib/shared/trusted-events';

/** Batching delay, ms. */
const GATHERED = 1000;

/** Minimum between activity pings, ms. */
const TOUCHED_EVERY = 60_000;
/** Events that count as activity. Captured, since our elements stop their propagation. */
const ACTS = ['click', 'keydown', 'scroll'];

/** Reports seen papers, and activity, which continues the visit. */
export class SeenReporter {
  readonly #waiting = new Set<PaperId>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** ms since epoch. */
  #sentAt = 0;

  /** @param listingKey null until a listing is recorded */
  constructor(
    document: Document,
    private readonly sendMessage: SendMessage,
    private readonly listingKey: () => string | null,
    signal: AbortSignal,
  ) {
    const leave = () => {
      if (document.visibilityState === 'hidden') void this.flush();
    };
    listen(document, 'visibilitychange', leave, { signal });
    const act = () => {
      if (Math.abs(Date.now() - this.#sentAt) >= TOUCHED_EVERY) void this.flush();
    };
    for (const type of ACTS) listen(document, type, act, { signal, capture: true });
    listen(window, 'pagehide', () => void this.flush(), { signal });
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Sent in a batch, after `GATHERED`. */
  add(id: PaperId): void {
    this.#waiting.add(id);
    this.#timer ??= setTimeout(() => void this.flush(), GATHERED);
  }

  /** Failed batches join the next. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const paperIds = [...this.#waiting];
    const listingKey = this.listingKey();
    if (paperIds.length === 0 && listingKey === null) return;
    this.#waiting.clear();
    this.#sentAt = Date.now();
    await this.sendMessage('papers.seen', { paperIds, listingKey }).catch(() => {
      for (const id of paperIds) this.#waiting.add(id);
    });
  }
}
