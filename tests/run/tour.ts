import { mkdir, rm } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { exportFormats } from '../e2e/support/names';
import { Papershelf } from '../e2e/support/papershelf';
import { sampleTitles } from '../fixtures/sample-listing';
import { output, root } from './paths';
import { sampleSite } from './sample-site';

const FOLDER = resolve(output, 'tour');
const NOTE = 'Compare with **replay** in Fig. 3. Does the gain survive without it?';

/**
 * The journey of a reader without anyone to watch it: three papers saved, one of them tagged,
 * annotated and set to Reading, and all exported, with a picture of each screen.
 */
export async function takeTour(executablePath: string): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  // A profile of its own, since the journey begins with an empty library.
  const profile = resolve(FOLDER, 'profile');
  const papershelf = await Papershelf.launch({ executablePath, profile, site: sampleSite() });
  try {
    await journey(papershelf);
  } finally {
    await papershelf.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

async function journey(papershelf: Papershelf): Promise<void> {
  const [first] = sampleTitles;
  const titles = sampleTitles.slice(0, 3);

  const listing = await papershelf.openListing();
  for (const title of titles) {
    await listing.save(title);
    say(`saved from its card: ${title}`);
  }
  await picture(listing.page, 'listing');

  const popup = await papershelf.openPopup({ over: listing });
  await expect(popup.saveButton(first)).toHaveAttribute('aria-pressed', 'true');
  await picture(popup.page, 'popup-this-page');

  await popup.tab('Library').click();
  await expect(popup.paper(first)).toBeVisible();
  await picture(popup.page, 'popup-library');

  await popup.openPaper(first);
  await popup.entry.addTag('memory');
  await popup.entry.addTag('agents/long horizon');
  await popup.entry.note.fill(NOTE);
  await popup.entry.setStatus('Reading');
  await expect(popup.entry.status('Reading')).toBeChecked();
  say('tagged it, wrote a note and set it to Reading in the popup');
  await picture(popup.page, 'popup-paper');
  // The popup of a browser closes in the middle of a word; what was typed must have been kept.
  await popup.page.close();

  const library = await papershelf.openLibrary();
  for (const title of titles) await expect(library.paper(title)).toBeVisible();
  await library.openPaper(first);
  await expect(library.entry.note).toHaveValue(NOTE);
  await picture(library.page, 'library');

  for (const format of exportFormats) {
    const download = await library.exportMenu.download(format);
    const path = resolve(FOLDER, download.suggestedFilename());
    await download.saveAs(path);
    say(`exported ${format} to ${relative(root, path)}`);
  }

  for (const [page, name] of [
    [listing.page, 'listing-dark'],
    [library.page, 'library-dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme: 'dark' });
    // The site has a switch of its own, which sets this class.
    await page.evaluate(() => document.documentElement.classList.add('dark'));
    await picture(page, name);
  }
}

async function picture(page: Page, name: string): Promise<void> {
  const path = resolve(FOLDER, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  say(`screenshot ${relative(root, path)}`);
}

function say(what: string): void {
  console.log(`  ${what}`);
}
