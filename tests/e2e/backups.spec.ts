import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sampleListing, sampleTitles } from '../fixtures/sample-listing';
import { expect, test } from './support/backup-fixtures';
import { Papershelf } from './support/papershelf';
import { SettingsPage } from './support/settings-page';

const [first, second, third] = sampleTitles;

test.beforeEach(({ site }) => site.serve('/papers', sampleListing()));

/** The page that makes a copy's file, watched for from now on: it is there for a moment only. */
async function copyMaker({ context }: Papershelf): Promise<{
  opened: Promise<string>;
  close(): Promise<void>;
}> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('This Chromium has no browser-wide session.');
  const opened = new Promise<string>((resolve) => {
    const look = ({
      targetInfo: { url, targetId },
    }: {
      targetInfo: { url: string; targetId: string };
    }) => {
      if (url.endsWith('/backup-writer.html')) resolve(targetId);
    };
    session.on('Target.targetCreated', look);
    session.on('Target.targetInfoChanged', look);
  });
  await session.send('Target.setDiscoverTargets', { discover: true });
  return {
    opened,
    async close() {
      await session.send('Target.closeTarget', { targetId: await opened });
      await session.detach();
    },
  };
}

/** The titles in a copy, of the papers that have an entry. */
async function titlesIn(path: string): Promise<string[]> {
  const backup = JSON.parse(await readFile(path, 'utf8')) as {
    papers: { id: string; title: string }[];
    entries: { paperId: string }[];
  };
  const saved = new Set(backup.entries.map(({ paperId }) => paperId));
  return backup.papers.filter(({ id }) => saved.has(id)).map(({ title }) => title);
}

test('copies the library to the downloads folder by itself, and again after a change', async ({
  settings,
  openListing,
  downloads,
  copyFiles,
}) => {
  await settings.switchOn('Every day');
  // There is nothing to copy yet.
  await expect(settings.backupFiles).toHaveCount(0);

  const listing = await openListing();
  await listing.save(first);
  await expect
    .poll(copyFiles)
    .toEqual([expect.stringMatching(/^papershelf-\d{4}-\d\d-\d\d\.backup\.json$/)]);
  const [file] = await copyFiles();
  await expect.poll(() => titlesIn(join(downloads, 'Papershelf', file ?? ''))).toEqual([first]);
  await expect(settings.backupFiles).toHaveCount(1);
  await expect(settings.backupFiles).toContainText('1 paper');
  await expect(settings.backupFiles).toContainText(join(downloads, 'Papershelf', file ?? ''));

  // Not twice a day, and not without a change.
  await listing.save(second);
  await listing.page.waitForTimeout(3_000);
  expect(await copyFiles()).toHaveLength(1);
  await settings.letDaysPass(1);
  await listing.save(third);
  await expect.poll(copyFiles).toHaveLength(2);
  const titles = await Promise.all(
    (await copyFiles()).map((name) => titlesIn(join(downloads, 'Papershelf', name))),
  );
  expect(titles.map((each) => each.length).sort()).toEqual([1, 3]);
  await settings.letDaysPass(1);
  await settings.page.reload();
  await settings.page.waitForTimeout(3_000);
  expect(await copyFiles()).toHaveLength(2);
});

test('brings the library back from a copy, in another profile', async ({
  settings,
  openListing,
  downloads,
  copyFiles,
  executablePath,
  site,
}) => {
  await settings.switchOn('Every week');
  const listing = await openListing();
  await listing.save(first);
  await expect(settings.backupFiles).toHaveCount(1);
  const [file = ''] = await copyFiles();

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

test('keeps so many copies and no more, also when the browser forgot them', async ({
  settings,
  openListing,
  downloads,
  copyFiles,
}) => {
  await settings.switchOn('Every day');
  await settings.keep(2);
  const listing = await openListing();
  await listing.save(first);
  await expect(settings.backupFiles).toHaveCount(1);
  // One that the reader makes is the reader's.
  await settings.backUp.click();
  await expect(settings.backupFiles).toHaveCount(2);
  await settings.letDaysPass(1);
  await listing.save(second);
  await expect(settings.backupFiles).toHaveCount(3);
  await expect.poll(copyFiles).toHaveLength(3);

  await settings.letDaysPass(1);
  await listing.save(third);
  await expect.poll(() => settings.backupFiles.first().textContent()).toContain('3 papers');
  await expect(settings.backupFiles).toHaveCount(3);
  await expect.poll(copyFiles).toHaveLength(3);

  await settings.forgetDownloads();
  await settings.letDaysPass(1);
  await listing.page
    .getByRole('button', { name: /^Save / })
    .first()
    .click();
  await expect.poll(() => settings.backupFiles.first().textContent()).toContain('4 papers');
  await expect(settings.backupFiles).toHaveCount(3);
  await expect.poll(copyFiles).toHaveLength(3);
  const counts = await Promise.all(
    (await copyFiles()).map(
      async (name) => (await titlesIn(join(downloads, 'Papershelf', name))).length,
    ),
  );
  expect(counts.sort()).toEqual([1, 3, 4]);
});

test('makes the copy that was left half-made', async ({
  papershelf,
  settings,
  openListing,
  openPopup,
  killWorker,
  copyFiles,
}) => {
  await settings.switchOn('Every day');
  // So that nothing wakes the worker anew.
  await settings.page.close();
  const listing = await openListing();
  // The page that makes the file dies over it, and then the worker that opened it.
  const maker = await copyMaker(papershelf);
  await listing.save(first);
  // A listing has always something to tell the worker, and would wake it.
  await listing.page.close();
  await maker.close();
  await killWorker();
  await sleep(3_000);
  expect(await copyFiles()).toEqual([]);

  await openPopup();
  await expect.poll(copyFiles).toHaveLength(1);
  await expect((await SettingsPage.open(papershelf)).backupFiles).toHaveCount(1);
});

test('finishes the copy when the worker dies while the file is made', async ({
  papershelf,
  settings,
  openListing,
  killWorker,
  copyFiles,
}) => {
  await settings.switchOn('Every day');
  const listing = await openListing();
  const maker = await copyMaker(papershelf);
  await listing.save(first);
  await maker.opened;
  await killWorker();
  await expect(settings.backupFiles).toHaveCount(1);
  await expect.poll(copyFiles).toHaveLength(1);
});

test('says what became of a copy, and leads back from it', async ({
  settings,
  openListing,
  downloads,
  copyFiles,
}) => {
  const listing = await openListing();
  await listing.save(first);
  await settings.backUp.click();
  await expect(settings.backupFiles).toHaveCount(1);
  const [file] = await copyFiles();
  await expect(
    settings.backupFiles.getByRole('button', { name: /^Show the copy of/ }),
  ).toBeVisible();

  await rm(join(downloads, 'Papershelf', file ?? ''));
  // Chromium looks for files every ten seconds at most, and when it is asked.
  await expect(async () => {
    await settings.page.evaluate(() => dispatchEvent(new Event('focus')));
    await expect(settings.backupFiles).toContainText('Moved or deleted since', { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect(settings.backupFiles.getByRole('button', { name: /^Show the copy of/ })).toHaveCount(
    0,
  );

  await settings.backupFiles.getByRole('link', { name: /^Restore the copy of/ }).click();
  await expect(settings.page).toHaveURL(/#\/import$/);
});

test('stops when it is switched off', async ({ settings, openListing, copyFiles }) => {
  await settings.switchOn('Every day');
  await settings.automatic.click();
  await expect(settings.automatic).not.toBeChecked();
  const listing = await openListing();
  await listing.save(first);
  await listing.page.waitForTimeout(3_000);
  expect(await copyFiles()).toEqual([]);
});
