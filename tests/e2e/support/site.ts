import type { BrowserContext, Route } from '@playwright/test';

export const ORIGIN = 'https://huggingface.co';

/** The answer to one request. */
export interface Answer {
  body: string;
  status?: number;
  contentType?: string;
  headers?: Record<string, string>;
  delayMs?: number;
}

type Content = string | Answer | (() => string | Answer);

/**
 * A fake huggingface.co on its real origin, so that the extension runs as shipped. Other paths
 * return 404, and other hosts are blocked.
 */
export class Site {
  /** URLs of requests to other hosts; there should be none. */
  readonly blockedRequests: string[] = [];
  /** Requested paths with their queries, in order. */
  readonly requests: string[] = [];
  readonly #contents = new Map<string, Content>();

  /**
   * @param path with its query: `/papers?q=memory`
   * @param content HTML, an answer, or a function called for each request
   */
  serve(path: string, content: Content): void {
    this.#contents.set(path, content);
  }

  /** Routes all requests of a browser to this site. */
  async install(context: BrowserContext): Promise<void> {
    await context.route(/^(https?|wss?):/, (route) => {
      this.blockedRequests.push(route.request().url());
      return route.abort('internetdisconnected');
    });
    await context.route(`${ORIGIN}/**`, (route) => this.#answer(route));
  }

  async #answer(route: Route): Promise<void> {
    const url = new URL(route.request().url());
    const path = url.pathname + url.search;
    this.requests.push(path);
    const { status, contentType, headers, body, delayMs } = this.answerTo(path);
    if (delayMs !== undefined) await new Promise((done) => setTimeout(done, delayMs));
    // The page may have closed.
    await route
      .fulfill({ status, headers: { ...headers, 'content-type': contentType }, body })
      .catch(() => undefined);
  }

  /** The complete answer to a path; also for browsers not driven by Playwright. */
  answerTo(path: string): Required<Omit<Answer, 'delayMs'>> & Pick<Answer, 'delayMs'> {
    const content = this.#contents.get(path);
    const current = typeof content === 'function' ? content() : content;
    const answer = typeof current === 'string' ? { body: current } : current;
    return {
      status: answer === undefined ? 404 : 200,
      contentType: 'text/html; charset=utf-8',
      headers: {},
      body: '<!DOCTYPE html><title>Not found</title><h1>404</h1>',
      ...answer,
    };
  }
}
