import { resolve } from 'node:path';

/** Where things stand in the project; absolute. */
export const root = resolve(import.meta.dirname, '../..');
/** Everything built, measured or downloaded here goes under this folder, which git ignores. */
export const output = resolve(root, '.output');
export const chromeExtension = resolve(output, 'chrome-mv3');
export const firefoxExtension = resolve(output, 'firefox-mv3');
export const playwrightConfig = resolve(root, 'tests/e2e/playwright.config.ts');
export const vitestConfig = resolve(root, 'tests/vitest.config.ts');
