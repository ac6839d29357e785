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
import { firefoxExtension } from '../../run/paths';
import { ORIGIN, type Site } from './site';

/** The manifest's own id, which Firefox knows the extension by. */
const ADD_ON_ID = 'papershelf@papershelf.invalid';

/** A Firefox with the built extension in it. */
export class PapershelfInFirefox {
  private constructor(
    readonly browser: Browser,
    readonly site: Site,
    private readonly host: string,
  ) {}

  /** @param preferences what is set otherwise in about:config */
  static async launch(
    site: Site,
    extensionDir = firefoxExtension,
    preferences: Record<string, string | number | boolean> = {},
  ): Promise<PapershelfInFirefox> {
    // Firefox picks the host of the extension's pages by chance unless it has one written down.
    const host = randomUUID();
    const browser = await launch({
      browser: 'firefox',
      executablePath: await ensureFirefox(),
      headless: true,
      // Without it only pages of the web can be opened from outside.
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        ...preferences,
        'extensions.webextensions.uuids': JSON.stringify({ [ADD_ON_ID]: host }),
      },
    });
    await browser.installExtension(extensionDir);
    return new PapershelfInFirefox(browser, site, host);
  }

  /** A page of the site, answered as the test filled it. */
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

  /** The button whose name begins and ends so, in open shadow roots too; waits until it is there. */
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
    // Firefox opens the page but tells of no event of it, so its arrival is asked for instead.
    const opening = page.goto(`moz-extension://${this.host}/${file}`, { timeout: 3_000 });
    await Promise.race([opening.catch(() => undefined), arrival(page)]);
    await arrival(page);
    return page;
  }

  async #answer(request: HTTPRequest): Promise<void> {
    const url = new URL(request.url());
    if (url.protocol === 'data:' || url.protocol === 'moz-extension:') return request.continue();
    if (url.origin !== ORIGIN) {
      this.site.strays.push(request.url());
      return request.abort();
    }
    const { status, contentType, body } = this.site.answerTo(url.pathname + url.search);
    await request.respond({ status, contentType, body }).catch(() => undefined);
  }
}

/** When the page is one of the extension's and its scripts have run. */
async function arrival(page: Page): Promise<void> {
  const patienceEnds = Date.now() + 15_000;
  // Asked while one document gives way to the next, Firefox fails to answer.
  while (!(await page.evaluate(hasArrived).catch(() => false))) {
    if (Date.now() > patienceEnds) throw new Error(`${page.url()} did not open.`);
    await sleep(100);
  }
}

/** Runs in the page. */
function hasArrived(): boolean {
  return location.protocol === 'moz-extension:' && document.readyState === 'complete';
}
