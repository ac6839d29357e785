// Playwright requires an object pattern, even an empty one.
/* oxlint-disable no-empty-pattern */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base } from '@playwright/test';
import { sampleListing, type SampleListingOptions } from '../../fixtures/sample-listing';
import { ensureChromium } from '../../run/chromium';
import { openChromeExtension } from '../../run/paths';
import type { ListingPage } from './listing-page';
import { Papershelf } from './papershelf';
import { Site } from './site';

interface Fixtures {
  /** The build; by default the one with open shadow roots. */
  extensionDir: string;
  /** Whether scrollbars take width, as on most desktops. */
  scrollbars: boolean;
  /** The pages of huggingface.co; empty at first. */
  site: Site;
  /** The folder of the browser's profile, one for each test. */
  profile: string;
  /** The browser with the extension. Reopen its pages after `restart`. */
  papershelf: Papershelf;
  restart(): Promise<Papershelf>;
  context: BrowserContext;
  extensionId: string;
  openListing: Papershelf['openListing'];
  /** Serves the sample listing at `/papers`, and opens it. */
  openSampleListing(options?: SampleListingOptions): Promise<ListingPage>;
  openPopup: Papershelf['openPopup'];
  openLibrary: Papershelf['openLibrary'];
  killWorker: Papershelf['killWorker'];
}

/** The running browser, which `restart` replaces. */
interface Running {
  current: Papershelf;
}

/** Playwright's `test`, each in a fresh Chromium with the built extension and no network. */
export const test = base.extend<Fixtures & { running: Running }, { executablePath: string }>({
  executablePath: [
    async ({}, use) => use(await ensureChromium()),
    { scope: 'worker', timeout: 600_000 },
  ],

  extensionDir: [openChromeExtension, { option: true }],

  scrollbars: [false, { option: true }],

  site: async ({}, use) => use(new Site()),

  profile: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'papershelf-'));
    await use(folder);
    // Processes of the browser may still write to it.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  },

  running: async (
    { executablePath, extensionDir, profile, site, scrollbars, viewport, colorScheme },
    use,
  ) => {
    const own = { executablePath, extensionDir, profile, site, scrollbars };
    const options = { ...own, ...appearance(viewport, colorScheme) };
    const running = { current: await Papershelf.launch(options) };
    await use(running);
    await running.current.close();
  },

  papershelf: async ({ running }, use) => use(running.current),

  restart: async (
    { running, executablePath, extensionDir, profile, site, viewport, colorScheme },
    use,
  ) =>
    use(async () => {
      await running.current.close();
      const own = { executablePath, extensionDir, profile, site };
      const options = { ...own, ...appearance(viewport, colorScheme) };
      running.current = await Papershelf.launch(options);
      return running.current;
    }),

  context: async ({ running }, use) => use(running.current.context),
  extensionId: async ({ running }, use) => use(running.current.extensionId),
  openListing: async ({ running }, use) => use((path) => running.current.openListing(path)),
  openSampleListing: async ({ running, site }, use) =>
    use((options) => {
      site.serve('/papers', sampleListing(options));
      return running.current.openListing();
    }),
  openPopup: async ({ running }, use) => use((options) => running.current.openPopup(options)),
  openLibrary: async ({ running }, use) => use(() => running.current.openLibrary()),
  killWorker: async ({ running }, use) => use(() => running.current.killWorker()),
});

export { expect } from '@playwright/test';

/** Converts the options of `test.use` to those of `Papershelf.launch`. */
function appearance(
  viewport: { width: number; height: number } | null,
  colorScheme: 'light' | 'dark' | 'no-preference' | null,
): { viewport?: { width: number; height: number }; colorScheme: 'light' | 'dark' } {
  return {
    ...(viewport === null ? {} : { viewport }),
    colorScheme: colorScheme === 'dark' ? 'dark' : 'light',
  };
}
