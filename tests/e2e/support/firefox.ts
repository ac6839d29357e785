import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Browser,
  type ElementHandle,
  type HTTPRequest,
  launch,
  type Page,
} from 'puppeteer-core';
import { ensureFirefox } from '../../run/firefox';
import { openFirefoxExtension } from '../../run/paths';
import { ORIGIN, type Site } from './site';

/** The add-on id in the manifest. */
const ADD_ON_ID = 'papershelf@papershelf.invalid';

/** A Firefox with the built extension. */
export class PapershelfInFirefox {
  private constructor(
    readonly browser: Browser,
    readonly site: Site,
    private readonly host: string,
  ) {}

  /** @param preferences of about:config */
  static async launch(
    site: Site,
    extensionDir = openFirefoxExtension,
    preferences: Record<string, string | number | boolean> = {},
  ): Promise<PapershelfInFirefox> {
    // Otherwise Firefox picks a random host for the extension's pages.
    const host = randomUUID();
    const browser = await launch({
      browser: 'firefox',
      executablePath: await ensureFirefox(),
      headless: true,
      // Needed to open extension pages.
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        ...preferences,
        'extensions.webextensions.uuids': JSON.stringify({ [ADD_ON_ID]: host }),
      },
    });
    await browser.installExtension(extensionDir);
    return new PapershelfInFirefox(browser, site, host);
  }

  async openListing(path = '/papers'): Promise<Page> {
    const page = await this.browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => void this.#answer(request));
    await page.goto(ORIGIN + path, { waitUntil: 'domcontentloaded' });
    return page;
  }

  async openPopup(): Promise<Page> {
    return this.#open('popup.html');
  }

  async openLibrary(): Promise<Page> {
    return this.#open('library.html');
  }

  async openSettings(): Promise<Page> {
    return this.#open('library.html#/settings');
  }

  /** Waits for a button with this beginning and end of its name, in open shadow roots too. */
  async button(page: Page, beginning: string, ending = ''): Promise<ElementHandle<Element>> {
    const found = await page.waitForFunction(
      (start: string, end: string) => {
        const roots: (Document | ShadowRoot)[] = [document];
        for (const root of roots) {
          for (const element of root.querySelectorAll('*')) {
            if (element.shadowRoot !== null) roots.push(element.shadowRoot);
            if (!element.matches('button, [role=button]')) continue;
            const name = element.getAttribute('aria-label') ?? element.textContent.trim();
            if (name.startsWith(start) && name.endsWith(end)) return element;
          }
        }
        return null;
      },
      { timeout: 15_000 },
      beginning,
      ending,
    );
    const element = found.asElement();
    if (element === null) throw new Error(`There is no button "${beginning} … ${ending}".`);
    return element as ElementHandle<Element>;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  async #open(file: string): Promise<Page> {
    const page = await this.browser.newPage();
    // Firefox sends no events for extension pages, so poll.
    const opening = page.goto(`moz-extension://${this.host}/${file}`, { timeout: 3_000 });
    await Promise.race([opening.catch(() => undefined), waitUntilLoaded(page)]);
    await waitUntilLoaded(page);
    return page;
  }

  async #answer(request: HTTPRequest): Promise<void> {
    const url = new URL(request.url());
    if (url.protocol === 'data:' || url.protocol === 'moz-extension:') return request.continue();
    if (url.origin !== ORIGIN) {
      this.site.blockedRequests.push(request.url());
      return request.abort();
    }
    const { status, contentType, body } = this.site.answerTo(url.pathname + url.search);
    await request.respond({ status, contentType, body }).catch(() => undefined);
  }
}

/** Waits until an extension page has run its scripts. */
async function waitUntilLoaded(page: Page): Promise<void> {
  const deadline = Date.now() + 15_000;
  // Firefox throws while one document replaces another.
  while (!(await page.evaluate(isLoaded).catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`${page.url()} did not open.`);
    await sleep(100);
  }
}

/** Runs in the page. */
function isLoaded(): boolean {
  return location.protocol === 'moz-extension:' && document.readyState === 'complete';
}
