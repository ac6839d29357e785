// Playwright reads from the pattern which fixtures to prepare, and insists on one.
/* oxlint-disable no-empty-pattern */
import { test as base } from '@playwright/test';
import { PapershelfInFirefox } from './firefox';
import { Site } from './site';

interface Fixtures {
  /** The pages that huggingface.co is made of; empty at first. */
  site: Site;
  firefox: PapershelfInFirefox;
}

/** Playwright's `test` for the Firefox smoke run, each in a fresh Firefox with the extension. */
export const test = base.extend<Fixtures>({
  site: async ({}, use) => use(new Site()),

  firefox: async ({ site }, use) => {
    const firefox = await PapershelfInFirefox.launch(site);
    await use(firefox);
    await firefox.close();
  },
});

export { expect } from '@playwright/test';
