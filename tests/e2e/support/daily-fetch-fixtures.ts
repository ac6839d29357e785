import { join } from 'node:path';
import { openChromeExtension } from '../../run/paths';
import { test as base } from './fixtures';
import { withFastTimers } from './fast-extension';
import { Papershelf } from './papershelf';

/**
 * Playwright's `test` with all optional permissions granted, since a headless browser shows no
 * permission prompt, and with faster timers.
 */
export const test = base.extend({
  running: async ({ executablePath, profile, site, colorScheme }, use) => {
    const extensionDir = await withFastTimers(openChromeExtension, join(profile, 'extension'));
    const options = { executablePath, profile, site, extensionDir };
    const scheme = colorScheme === 'dark' ? 'dark' : 'light';
    const running = { current: await Papershelf.launch({ ...options, colorScheme: scheme }) };
    await use(running);
    await running.current.close();
  },
});

export { expect } from '@playwright/test';
