import type { SendMessage } from '@/lib/messaging/client';
import type { PaperId } from '@/lib/papers/paper-id';

/** How long papers seen are gathered before they are told together, ms. */
const GATHERED = 1000;

/** How long a visit goes on without being told of, while the reader does something, ms. */
const TOUCHED_EVERY = 60_000;
/** What a reader does that is there; also in what is ours, which keeps such events from the page. */
const ACTS = ['click', 'keydown', 'scroll'];

/** Tells the background which papers were seen, and until when the listing was looked at. */
export class SeenReporter {
  readonly #waiting = new Set<PaperId>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When it was told last that the listing is looked at, ms since epoch. */
  #sentAt = 0;

  /** @param listingKey the listing shown, null while none is recorded */
  constructor(
    document: Document,
    private readonly sendMessage: SendMessage,
    private readonly listingKey: () => string | null,
    signal: AbortSignal,
  ) {
    const leave = () => {
      if (document.visibilityState === 'hidden') void this.tell();
    };
    document.addEventListener('visibilitychange', leave, { signal });
    const act = () => {
      if (Date.now() - this.#sentAt >= TOUCHED_EVERY) void this.tell();
    };
    for (const type of ACTS) document.addEventListener(type, act, { signal, capture: true });
    document.defaultView?.addEventListener('pagehide', () => void this.tell(), { signal });
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  add(id: PaperId): void {
    this.#waiting.add(id);
    this.#timer ??= setTimeout(() => void this.tell(), GATHERED);
  }

  /** Tells what is gathered now. What could not be told is told with what comes next. */
  async tell(): Promise<void> {
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
