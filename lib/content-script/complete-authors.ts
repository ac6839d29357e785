import type { SendMessage } from '@/lib/messaging/client';
import type { PaperId } from '@/lib/papers/paper-id';
import type { Site } from '@/lib/sites/site';

/** How long the site may take to answer, ms. */
const TIMEOUT = 10_000;

/**
 * Completes papers that were saved without their authors: asks the page's own site, one paper after
 * the other, each once, by one page of all that are open (a day later again if it did not answer).
 * Nothing waits for it, and what fails is left as it is.
 */
export class AuthorCompletion {
  readonly #asked = new Set<PaperId>();
  #queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly site: Site,
    private readonly sendMessage: SendMessage,
  ) {}

  /** Puts a paper in the queue, unless it has been there. */
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
    // Only "no such paper" ends the asking; a site that is busy, or answers in a form not known
    // yet, is asked again another day.
    if (answer === undefined && response.status !== 404) return;
    await this.sendMessage('paper.complete', { paperId: id, answer: answer ?? null });
  }
}
