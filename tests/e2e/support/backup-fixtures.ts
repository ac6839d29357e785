// Playwright reads from the pattern which fixtures to prepare, and insists on one.
/* oxlint-disable no-empty-pattern */
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromeExtension } from '../../run/paths';
import { test as base } from './fixtures';
import { withAllGranted } from './granted-extension';
import { Papershelf } from './papershelf';
import { SettingsPage } from './settings-page';

interface Fixtures {
  /** The reader's downloads folder. */
  downloads: string;
  /** The names of the files in the folder for copies, in alphabetical order. */
  copyFiles(): Promise<string[]>;
  /** The settings, open in a tab from the start. */
  settings: SettingsPage;
}

/**
 * Playwright's `test`, with downloads as the browser itself makes them, and with what Papershelf asks
 * for when automatic copies are switched on granted from the start: a headless browser shows no
 * question that could be answered.
 */
export const test = base.extend<Fixtures>({
  downloads: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'papershelf-downloads-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  copyFiles: async ({ downloads }, use) =>
    use(async () => (await readdir(join(downloads, 'Papershelf')).catch(() => [])).sort()),

  settings: async ({ papershelf }, use) => use(await SettingsPage.open(papershelf)),

  running: async ({ executablePath, profile, site, downloads }, use) => {
    const extensionDir = await withAllGranted(chromeExtension, join(profile, 'extension'));
    await mkdir(join(profile, 'Default'), { recursive: true });
    const preferences = { download: { default_directory: downloads, prompt_for_download: false } };
    await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
    const papershelf = await Papershelf.launch({ executablePath, profile, site, extensionDir });
    await leaveDownloadsToBrowser(papershelf);
    await use({ current: papershelf });
    await papershelf.close();
  },
});

export { expect } from '@playwright/test';

/** Playwright would take every download to a place of its own. */
async function leaveDownloadsToBrowser({ context }: Papershelf): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  await session?.send('Browser.setDownloadBehavior', { behavior: 'default' });
}
