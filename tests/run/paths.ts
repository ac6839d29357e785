import { resolve } from 'node:path';

/** Absolute paths in the project. */
export const root = resolve(import.meta.dirname, '../..');
/** The folder for builds, reports and downloads, ignored by git. */
export const output = resolve(root, '.output');
/** What is shipped. */
export const chromeExtension = resolve(output, 'chrome-mv3');
export const firefoxExtension = resolve(output, 'firefox-mv3');
/** The same with open shadow roots, into which the browser tests look, see wxt.config.ts. */
export const openChromeExtension = resolve(output, 'chrome-mv3-open');
export const openFirefoxExtension = resolve(output, 'firefox-mv3-open');
export const playwrightConfig = resolve(root, 'tests/e2e/playwright.config.ts');
export const vitestConfig = resolve(root, 'tests/vitest.config.ts');
