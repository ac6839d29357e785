// Playwright reads from the pattern which fixtures to prepare, and insists on one.
/* oxlint-disable no-empty-pattern */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base } from '@playwright/test';
import { sampleListing, type SampleListingOptions } from '../../fixtures/sample-listing';
import { ensureChromium } from '../../run/chromium';
import type { ListingPage } from './listing-page';
import { Papershelf } from './papershelf';
import { Site } from './site';

interface Fixtures {
  /** The pages that huggingface.co is made of; empty at first. */
  site: Site;
  /** A folder for the browser's profile, of this test alone. */
  profile: string;
  /** The browser with the extension in it. After `restart` ask for its pages here again. */
  papershelf: Papershelf;
  /** Closes the browser and starts it on the same profile. */
  restart(): Promise<Papershelf>;
  context: BrowserContext;
  extensionId: string;
  openListing: Papershelf['openListing'];
  /** Has the site show the sample listing at `/papers`, and opens it. */
  openSampleListing(options?: SampleListingOptions): Promise<ListingPage>;
  openPopup: Papershelf['openPopup'];
  openLibrary: Papershelf['openLibrary'];
  killWorker: Papershelf['killWorker'];
}

/** Holds the browser that runs now, since `restart` puts another one in its place. */
interface Running {
  current: Papershelf;
}

/** Playwright's `test`, each in a fresh Chromium with the built extension and without the web. */
export const test = base.extend<Fixtures & { running: Running }, { executablePath: string }>({
  executablePath: [
    async ({}, use) => use(await ensureChromium()),
    { scope: 'worker', timeout: 600_000 },
  ],

  site: async ({}, use) => use(new Site()),

  profile: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'papershelf-'));
    await use(folder);
    // The browser's helpers may still be writing their last.
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  },

  running: async ({ executablePath, profile, site, viewport, colorScheme }, use) => {
    const options = { executablePath, profile, site, ...look(viewport, colorScheme) };
    const running = { current: await Papershelf.launch(options) };
    await use(running);
    await running.current.close();
  },

  papershelf: async ({ running }, use) => use(running.current),

  restart: async ({ running, executablePath, profile, site, viewport, colorScheme }, use) =>
    use(async () => {
      await running.current.close();
      const options = { executablePath, profile, site, ...look(viewport, colorScheme) };
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

/** What a spec asked for with `test.use`, in the words of `Papershelf.launch`. */
function look(
  viewport: { width: number; height: number } | null,
  colorScheme: 'light' | 'dark' | 'no-preference' | null,
): { viewport?: { width: number; height: number }; colorScheme: 'light' | 'dark' } {
  return {
    ...(viewport === null ? {} : { viewport }),
    colorScheme: colorScheme === 'dark' ? 'dark' : 'light',
  };
}
