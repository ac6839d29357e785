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
 * A headless demo: saves three papers, tags and annotates one and sets it to Reading, and exports
 * all, with screenshots.
 */
export async function takeTour(executablePath: string): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  // Its own profile, for an empty library.
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
    log(`saved from its card: ${title}`);
  }
  await screenshot(listing.page, 'listing');

  const popup = await papershelf.openPopup({ over: listing });
  await expect(popup.saveButton(first)).toHaveAttribute('aria-pressed', 'true');
  await screenshot(popup.page, 'popup-this-page');

  await popup.tab('Library').click();
  await expect(popup.paper(first)).toBeVisible();
  await screenshot(popup.page, 'popup-library');

  await popup.openPaper(first);
  await popup.entry.addTag('memory');
  await popup.entry.addTag('agents/long horizon');
  await popup.entry.note.fill(NOTE);
  await popup.entry.setStatus('Reading');
  await expect(popup.entry.status('Reading')).toBeChecked();
  log('tagged it, wrote a note and set it to Reading in the popup');
  await screenshot(popup.page, 'popup-paper');
  // Close the popup while typing; the note must be kept.
  await popup.page.close();

  const library = await papershelf.openLibrary();
  for (const title of titles) await expect(library.paper(title)).toBeVisible();
  await library.openPaper(first);
  await expect(library.entry.note).toHaveValue(NOTE);
  await screenshot(library.page, 'library');

  for (const format of exportFormats) {
    const download = await library.exportMenu.download(format);
    const path = resolve(FOLDER, download.suggestedFilename());
    await download.saveAs(path);
    log(`exported ${format} to ${relative(root, path)}`);
  }

  for (const [page, name] of [
    [listing.page, 'listing-dark'],
    [library.page, 'library-dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme: 'dark' });
    // Set by the site's theme switch.
    await page.evaluate(() => document.documentElement.classList.add('dark'));
    await screenshot(page, name);
  }
}

async function screenshot(page: Page, name: string): Promise<void> {
  const path = resolve(FOLDER, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  log(`screenshot ${relative(root, path)}`);
}

function log(what: string): void {
  console.log(`  ${what}`);
}
