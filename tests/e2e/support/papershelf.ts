import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { openChromeExtension } from '../../run/paths';
import { extensionIdOf } from './extension-id';
import { LibraryPage } from './library-page';
import { ListingPage } from './listing-page';
import { PopupPage } from './popup-page';
import { ORIGIN, type Site } from './site';

export interface LaunchOptions {
  executablePath: string;
  /** The profile folder, which contains the library. */
  profile: string;
  site: Site;
  headless?: boolean;
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  /** Replaces the default build. */
  extensionDir?: string;
  /** An IANA name. */
  timeZone?: string;
  /** Whether scrollbars take width. */
  scrollbars?: boolean;
}

/** A Chromium with the built extension. */
export class Papershelf {
  /** What the extension's own pages and background did against its content security policy. */
  readonly policyViolations: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly extensionId: string,
  ) {
    context.on('console', (message) => {
      const places = [message.page()?.url(), message.location().url];
      // The browser styles its own page around an image, which `storedRows` opens.
      const isOwn = places.some(
        (place) => place?.startsWith(this.url('')) && !/[.]png$/.test(place),
      );
      if (isOwn && /content security policy/i.test(message.text())) {
        this.policyViolations.push(message.text());
      }
    });
  }

  static async launch({
    executablePath,
    profile,
    site,
    headless = true,
    viewport = { width: 1280, height: 900 },
    colorScheme = 'light',
    extensionDir = openChromeExtension,
    timeZone,
    scrollbars = false,
  }: LaunchOptions): Promise<Papershelf> {
    const extensionId = await extensionIdOf(extensionDir);
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless,
      viewport,
      colorScheme,
      ...(scrollbars && { ignoreDefaultArgs: ['--hide-scrollbars'] }),
      args: [...extensionArguments(extensionDir), ...quietArguments],
      // The context's own setting does not apply to the service worker.
      env: { ...process.env, ...(timeZone !== undefined && { TZ: timeZone }) },
    });
    await site.install(context);
    // Pages opened before the extension is ready would lack it.
    if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
    return new Papershelf(context, extensionId);
  }

  async openListing(path = '/papers'): Promise<ListingPage> {
    const page = await this.context.newPage();
    await page.goto(ORIGIN + path);
    return new ListingPage(page);
  }

  /**
   * Opens the popup as a page of its size. With `over` that listing remains the active tab, as with
   * the real popup.
   */
  async openPopup({ over }: { over?: ListingPage } = {}): Promise<PopupPage> {
    const url = this.url('popup.html');
    const page =
      over === undefined ? await this.#open(url) : await this.#openBehind(over.page, url);
    await page.setViewportSize({ width: 400, height: 560 });
    return new PopupPage(page);
  }

  async openLibrary(): Promise<LibraryPage> {
    return new LibraryPage(await this.#open(this.url('library.html')));
  }

  url(file: string): string {
    return `chrome-extension://${this.extensionId}/${file}`;
  }

  /** Stops the service worker, as the browser does when it is idle. */
  async killWorker(): Promise<void> {
    const session = await this.#browserSession();
    const { targetInfos } = await session.send('Target.getTargets');
    const workers = targetInfos.filter(
      ({ type, url }) => type === 'service_worker' && url.startsWith(this.url('')),
    );
    for (const { targetId } of workers) await session.send('Target.closeTarget', { targetId });
    await session.detach();
  }

  /** @throws when the content security policy was violated */
  async close(): Promise<void> {
    await this.context.close();
    if (this.policyViolations.length > 0) throw new Error(this.policyViolations.join('\n'));
  }

  async #open(url: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(url);
    return page;
  }

  async #openBehind(front: Page, url: string): Promise<Page> {
    await front.bringToFront();
    const session = await this.#browserSession();
    const opened = this.context.waitForEvent('page');
    await session.send('Target.createTarget', { url, background: true });
    const page = await opened;
    await page.waitForURL(url);
    await session.detach();
    return page;
  }

  async #browserSession() {
    const browser = this.context.browser();
    if (browser === null) throw new Error('This Chromium has no browser-wide session.');
    return browser.newBrowserCDPSession();
  }
}

/** Loads only this extension. */
export function extensionArguments(extensionDir: string): string[] {
  return [`--disable-extensions-except=${extensionDir}`, `--load-extension=${extensionDir}`];
}

/** Replaces Playwright's list, since the last one counts. */
const disabledFeatures = [
  // Half a second of work at each start: popups of the address bar, and a renderer in reserve.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'SpareRendererForSitePerProcess',
  // As in Playwright's list.
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** Disables background activity and the network. */
export const quietArguments = [
  `--disable-features=${disabledFeatures.join(',')}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND',
];
