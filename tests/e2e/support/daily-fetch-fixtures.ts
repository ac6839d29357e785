import { join } from 'node:path';
import { chromeExtension } from '../../run/paths';
import { test as base } from './fixtures';
import { withAllGranted } from './granted-extension';
import { Papershelf } from './papershelf';

/**
 * Playwright's `test`, with what Papershelf asks for when the daily list is switched on granted from
 * the start: a headless browser shows no question that could be answered.
 */
export const test = base.extend({
  running: async ({ executablePath, profile, site, colorScheme }, use) => {
    const extensionDir = await withAllGranted(chromeExtension, join(profile, 'extension'));
    const options = { executablePath, profile, site, extensionDir };
    const scheme = colorScheme === 'dark' ? 'dark' : 'light';
    const running = { current: await Papershelf.launch({ ...options, colorScheme: scheme }) };
    await use(running);
    await running.current.close();
  },
});

export { expect } from '@playwright/test';
