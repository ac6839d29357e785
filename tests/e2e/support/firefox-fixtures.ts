// Playwright requires an object pattern, even an empty one.
/* oxlint-disable no-empty-pattern */
import { test as base } from '@playwright/test';
import { PapershelfInFirefox } from './firefox';
import { Site } from './site';

interface Fixtures {
  /** The pages of huggingface.co; empty at first. */
  site: Site;
  firefox: PapershelfInFirefox;
}

/** Playwright's `test`, each in a fresh Firefox with the extension. */
export const test = base.extend<Fixtures>({
  site: async ({}, use) => use(new Site()),

  firefox: async ({ site }, use) => {
    const firefox = await PapershelfInFirefox.launch(site);
    await use(firefox);
    await firefox.close();
  },
});

export { expect } from '@playwright/test';
