// Playwright requires an object pattern, even an empty one.
/* oxlint-disable no-empty-pattern */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChromeExtension } from '../../run/paths';
import { test as base } from './fixtures';
import { withFastTimers } from './fast-extension';
import { Papershelf } from './papershelf';
import { SettingsPage } from './settings-page';

interface Fixtures {
  downloads: string;
  /** The sorted file names in the backup folder. */
  backupFileNames(): Promise<string[]>;
  settings: SettingsPage;
}

/**
 * Playwright's `test` with real downloads and all optional permissions granted, since a headless
 * browser shows no permission prompt, and with faster timers.
 */
export const test = base.extend<Fixtures>({
  downloads: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'papershelf-downloads-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  backupFileNames: async ({ downloads }, use) =>
    use(async () => (await readdir(join(downloads, 'Papershelf')).catch(() => [])).sort()),

  settings: async ({ papershelf }, use) => use(await SettingsPage.open(papershelf)),

  running: async ({ executablePath, profile, site, downloads }, use) => {
    const extensionDir = await withFastTimers(openChromeExtension, join(profile, 'extension'));
    await mkdir(join(profile, 'Default'), { recursive: true });
    const preferences = { download: { default_directory: downloads, prompt_for_download: false } };
    await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
    const papershelf = await Papershelf.launch({ executablePath, profile, site, extensionDir });
    await useBrowserDownloads(papershelf);
    await use({ current: papershelf });
    await papershelf.close();
  },
});

export { expect } from '@playwright/test';

/** Otherwise Playwright redirects downloads. */
async function useBrowserDownloads({ context }: Papershelf): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  await session?.send('Browser.setDownloadBehavior', { behavior: 'default' });
}
