import type { SendMessage } from '@/lib/messaging/client';
import type { PaperId } from '@/lib/papers/paper-id';
import type { SiteReader } from '@/lib/sites/site-reader';

/** ms. */
const TIMEOUT = 10_000;

/**
 * Fetches saved papers' missing authors from the site, one at a time, each once. Only one open page
 * asks, again after a day without an answer. Best effort.
 */
export class AuthorCompletion {
  readonly #asked = new Set<PaperId>();
  #queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly site: SiteReader,
    private readonly sendMessage: SendMessage,
  ) {}

  /** Queues a paper; repeated calls have no effect. */
  want(id: PaperId): void {
    if (this.#asked.has(id)) return;
    this.#asked.add(id);
    this.#queue = this.#queue
      .then(() => this.#complete(id))
      .catch((error: unknown) => console.debug('Papershelf could not complete', id, error));
  }

  async #complete(id: PaperId): Promise<void> {
    const url = this.site.paperUrl(id);
    if (url === undefined) return;
    if (!(await this.sendMessage('paper.claim-completion', { paperId: id }))) return;
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) });
    const answer = response.ok ? this.site.readPaper(await response.json(), id) : undefined;
    // Only 404 is final; others are retried another day.
    if (answer === undefined && response.status !== 404) return;
    await this.sendMessage('paper.complete', { paperId: id, answer: answer ?? null });
  }
}
