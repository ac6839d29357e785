import type { BrowserContext, Route } from '@playwright/test';

export const ORIGIN = 'https://huggingface.co';

/** What a test has the site answer to one address. */
export interface Answer {
  body: string;
  status?: number;
  contentType?: string;
  headers?: Record<string, string>;
  /** Held back for so long. */
  delayMs?: number;
}

type Content = string | Answer | (() => string | Answer);

/**
 * Stands in for huggingface.co, on its own origin, so that the extension runs as it is shipped.
 * What no test served is not found, and every other address of the web is out of reach.
 */
export class Site {
  /** Requests that went anywhere else and were refused: there should be none. */
  readonly strays: string[] = [];
  /** Paths asked of the site, with their queries, in order. */
  readonly requests: string[] = [];
  readonly #contents = new Map<string, Content>();

  /**
   * @param path with its query, if it has one: `/papers?q=memory`
   * @param content HTML, an answer, or what makes one anew for each request
   */
  serve(path: string, content: Content): void {
    this.#contents.set(path, content);
  }

  /** No longer found from now on. */
  withdraw(path: string): void {
    this.#contents.delete(path);
  }

  /** Puts the site in place of the web for all pages of a browser. */
  async install(context: BrowserContext): Promise<void> {
    await context.route(/^(https?|wss?):/, (route) => {
      this.strays.push(route.request().url());
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
    // The page that asked may be gone by now.
    await route
      .fulfill({ status, headers: { ...headers, 'content-type': contentType }, body })
      .catch(() => undefined);
  }

  /** The whole answer to a path; also for browsers that Playwright does not drive. */
  answerTo(path: string): Required<Omit<Answer, 'delayMs'>> & Pick<Answer, 'delayMs'> {
    const content = this.#contents.get(path);
    const made = typeof content === 'function' ? content() : content;
    const answer = typeof made === 'string' ? { body: made } : made;
    return {
      status: answer === undefined ? 404 : 200,
      contentType: 'text/html; charset=utf-8',
      headers: {},
      body: '<!DOCTYPE html><title>Not found</title><h1>404</h1>',
      ...answer,
    };
  }
}
