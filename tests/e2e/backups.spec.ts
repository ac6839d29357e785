import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sampleListing, sampleTitles } from '../fixtures/sample-listing';
import { expect, test } from './support/backup-fixtures';
import { Papershelf } from './support/papershelf';
import { SettingsPage } from './support/settings-page';

const [first, second, third] = sampleTitles;

test.beforeEach(({ site }) => site.serve('/papers', sampleListing()));

interface TargetEvent {
  targetInfo: { url: string; targetId: string };
}

/**
 * Watches for the page that writes the backup file, which is open only for a moment.
 * @param isHeld whether to hold that page before its first line
 */
async function watchBackupWriter(
  { context }: Papershelf,
  { isHeld = false } = {},
): Promise<{
  opened: Promise<string>;
  close(): Promise<void>;
}> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('This Chromium has no browser-wide session.');
  const opened = new Promise<string>((resolve) => {
    const onTarget = ({ targetInfo: { url, targetId } }: TargetEvent) => {
      if (url.endsWith('/backup-writer.html')) resolve(targetId);
    };
    session.on('Target.targetCreated', onTarget);
    session.on('Target.targetInfoChanged', onTarget);
    // A held page has no URL yet.
    session.on('Target.attachedToTarget', ({ targetInfo }) => resolve(targetInfo.targetId));
  });
  await session.send('Target.setDiscoverTargets', { discover: true });
  if (isHeld) {
    await session.send('Target.setAutoAttach', {
      autoAttach: true,
      waitForDebuggerOnStart: true,
      flatten: true,
      // The writer's type when it is created; pages and workers have others.
      filter: [{ type: 'other' }],
    });
  }
  return {
    opened,
    async close() {
      await session.send('Target.closeTarget', { targetId: await opened });
      await session.detach();
    },
  };
}

/** The titles of the saved papers in a backup. */
async function titlesIn(path: string): Promise<string[]> {
  const backup = JSON.parse(await readFile(path, 'utf8')) as {
    papers: { id: string; title: string }[];
    entries: { paperId: string }[];
  };
  const saved = new Set(backup.entries.map(({ paperId }) => paperId));
  return backup.papers.filter(({ id }) => saved.has(id)).map(({ title }) => title);
}

test('backs up the library to the downloads folder when it is due and has changed', async ({
  settings,
  openListing,
  downloads,
  backupFileNames,
}) => {
  await settings.switchOn('Every day');
  await expect(settings.backupFiles).toHaveCount(0);

  const listing = await openListing();
  await listing.save(first);
  await expect
    .poll(backupFileNames)
    .toEqual([expect.stringMatching(/^papershelf-\d{4}-\d\d-\d\d\.backup\.json$/)]);
  const [file] = await backupFileNames();
  await expect.poll(() => titlesIn(join(downloads, 'Papershelf', file ?? ''))).toEqual([first]);
  await expect(settings.backupFiles).toHaveCount(1);
  await expect(settings.backupFiles).toContainText('1 paper');
  await expect(settings.backupFiles).toContainText(join(downloads, 'Papershelf', file ?? ''));

  // Neither twice a day nor without a change.
  await listing.save(second);
  await listing.page.waitForTimeout(1_000);
  expect(await backupFileNames()).toHaveLength(1);
  await settings.ageBackups(1);
  await listing.save(third);
  await expect.poll(backupFileNames).toHaveLength(2);
  const titles = await Promise.all(
    (await backupFileNames()).map((name) => titlesIn(join(downloads, 'Papershelf', name))),
  );
  expect(titles.map((each) => each.length).sort()).toEqual([1, 3]);
  await settings.ageBackups(1);
  await settings.page.reload();
  await settings.page.waitForTimeout(1_000);
  expect(await backupFileNames()).toHaveLength(2);
});

test('restores the library from a backup in another profile', async ({
  settings,
  openListing,
  downloads,
  backupFileNames,
  executablePath,
  site,
}) => {
  await settings.switchOn('Every week');
  const listing = await openListing();
  await listing.save(first);
  await expect(settings.backupFiles).toHaveCount(1);
  const [file = ''] = await backupFileNames();

  const profile = join(downloads, 'another-profile');
  const another = await Papershelf.launch({ executablePath, profile, site });
  const page = await another.context.newPage();
  await page.goto(another.url('library.html#/import'));
  await page.locator('input[type=file]').setInputFiles(join(downloads, 'Papershelf', file));
  await page.getByRole('button', { name: 'Import 1 paper' }).click();
  const library = await another.openLibrary();
  await expect(library.page.getByRole('link', { name: first })).toBeVisible();
  await another.close();
});

test('keeps the chosen number of backups, also when the browser forgot the downloads', async ({
  settings,
  openListing,
  downloads,
  backupFileNames,
}) => {
  await settings.switchOn('Every day');
  await settings.keep(2);
  const listing = await openListing();
  await listing.save(first);
  await expect(settings.backupFiles).toHaveCount(1);
  // Manual backups are never removed.
  await settings.backUp.click();
  await expect(settings.backupFiles).toHaveCount(2);
  await settings.ageBackups(1);
  await listing.save(second);
  await expect(settings.backupFiles).toHaveCount(3);
  await expect.poll(backupFileNames).toHaveLength(3);

  await settings.ageBackups(1);
  await listing.save(third);
  await expect.poll(() => settings.backupFiles.first().textContent()).toContain('3 papers');
  await expect(settings.backupFiles).toHaveCount(3);
  await expect.poll(backupFileNames).toHaveLength(3);

  await settings.eraseDownloads();
  await settings.ageBackups(1);
  await listing.page
    .getByRole('button', { name: /^Save / })
    .first()
    .click();
  await expect.poll(() => settings.backupFiles.first().textContent()).toContain('4 papers');
  await expect(settings.backupFiles).toHaveCount(3);
  await expect.poll(backupFileNames).toHaveLength(3);
  const counts = await Promise.all(
    (await backupFileNames()).map(
      async (name) => (await titlesIn(join(downloads, 'Papershelf', name))).length,
    ),
  );
  expect(counts.sort()).toEqual([1, 3, 4]);
});

test('makes an interrupted backup again', async ({
  papershelf,
  settings,
  openListing,
  openPopup,
  killWorker,
  backupFileNames,
}) => {
  await settings.switchOn('Every day');
  // An open page would wake the worker.
  await settings.page.close();
  const listing = await openListing();
  // Kill the page that writes the file, and then the worker that opened it.
  const writer = await watchBackupWriter(papershelf, { isHeld: true });
  await listing.save(first);
  // A listing sends messages, which would wake the worker.
  await listing.page.close();
  await writer.close();
  await killWorker();
  await sleep(3_000);
  expect(await backupFileNames()).toEqual([]);

  await openPopup();
  await expect.poll(backupFileNames).toHaveLength(1);
  await expect((await SettingsPage.open(papershelf)).backupFiles).toHaveCount(1);
});

test('finishes the backup when the worker is killed while the file is written', async ({
  papershelf,
  settings,
  openListing,
  killWorker,
  backupFileNames,
}) => {
  await settings.switchOn('Every day');
  const listing = await openListing();
  const writer = await watchBackupWriter(papershelf);
  await listing.save(first);
  await writer.opened;
  await killWorker();
  await expect(settings.backupFiles).toHaveCount(1);
  await expect.poll(backupFileNames).toHaveLength(1);
});

test('shows that a backup file is missing, and links to the import', async ({
  settings,
  openListing,
  downloads,
  backupFileNames,
}) => {
  const listing = await openListing();
  await listing.save(first);
  await settings.backUp.click();
  await expect(settings.backupFiles).toHaveCount(1);
  const [file] = await backupFileNames();
  await expect(
    settings.backupFiles.getByRole('button', { name: /^Show the backup from/ }),
  ).toBeVisible();

  await rm(join(downloads, 'Papershelf', file ?? ''));
  // Chromium checks for files at most every ten seconds, and only when asked.
  await expect(async () => {
    await settings.page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect(settings.backupFiles).toContainText('Moved or deleted', { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect(
    settings.backupFiles.getByRole('button', { name: /^Show the backup from/ }),
  ).toHaveCount(0);

  await settings.backupFiles.getByRole('link', { name: /^Restore the backup from/ }).click();
  await expect(settings.page).toHaveURL(/#\/import$/);
});

test('makes no backups when switched off', async ({ settings, openListing, backupFileNames }) => {
  await settings.switchOn('Every day');
  await settings.automatic.click();
  await expect(settings.automatic).not.toBeChecked();
  const listing = await openListing();
  await listing.save(first);
  await listing.page.waitForTimeout(1_000);
  expect(await backupFileNames()).toEqual([]);
});
