import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openFirefoxExtension } from '../run/paths';
import { sampleListing, sampleTitles } from '../fixtures/sample-listing';
import { PapershelfInFirefox } from './support/firefox';
import { withAllGranted } from './support/granted-extension';
import { Site } from './support/site';

const [first, second] = sampleTitles;

let folder: string;
let firefox: PapershelfInFirefox;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'papershelf-firefox-'));
  const site = new Site();
  site.serve('/papers', sampleListing());
  const extension = await withAllGranted(openFirefoxExtension, join(folder, 'extension'));
  firefox = await PapershelfInFirefox.launch(site, extension, {
    'browser.download.folderList': 2,
    'browser.download.dir': join(folder, 'downloads'),
    'browser.download.useDownloadDir': true,
    'extensions.webextOptionalPermissionPrompts': false,
  });
});

test.afterEach(async () => {
  await firefox.close();
  await rm(folder, { recursive: true, force: true });
});

const backupFileNames = async (): Promise<string[]> =>
  (await readdir(join(folder, 'downloads/Papershelf')).catch(() => [])).sort();

test('makes automatic backups in Firefox, and removes old ones that Firefox forgot', async () => {
  const settings = await firefox.openSettings();
  await settings.locator('label ::-p-text(Automatic backups)').click();
  await settings.waitForFunction(() =>
    [...document.querySelectorAll<HTMLInputElement>('[role=switch]:checked')].some(
      ({ labels }) => labels?.[0]?.textContent === 'Automatic backups',
    ),
  );
  const listing = await firefox.openListing();
  const save = async (title: string): Promise<void> => {
    await (await firefox.button(listing, 'Save ', title)).click();
    await firefox.button(listing, 'Saved ', title);
  };
  await save(first);
  await expect.poll(backupFileNames).toHaveLength(1);

  // As ten days later, after a restart, when Firefox has forgotten its downloads.
  await expect.poll(() => settings.evaluate(recordedBackups)).toBe(1);
  await settings.evaluate(async () => {
    const { copies } = await browser.storage.local.get();
    const older = copies.map((backup) => ({ ...backup, at: backup.at - 10 * 86_400_000 }));
    await browser.storage.local.set({ copies: older, backup: { every: 'week', keep: 1 } });
    await browser.downloads.erase({});
  });
  const [former = ''] = await backupFileNames();
  await save(second);
  await expect.poll(backupFileNames).not.toContain(former);
  await expect.poll(() => settings.evaluate(recordedBackups)).toBe(1);
  await expect.poll(backupFileNames).toHaveLength(1);
});

/** Runs in the page. */
async function recordedBackups(): Promise<number> {
  const { copies = [] } = await browser.storage.local.get();
  return copies.length;
}

/** The extension API, as used here. */
declare const browser: {
  storage: {
    local: { get(): Promise<{ copies: { at: number }[] }>; set(items: object): Promise<void> };
  };
  downloads: { erase(query: object): Promise<number[]> };
};
