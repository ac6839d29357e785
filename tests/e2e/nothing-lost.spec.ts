import type { Locator, Page } from '@playwright/test';
import { sampleTitles } from '../fixtures/sample-listing';
import { expect, test } from './support/fixtures';

declare const chrome: {
  storage: {
    local: {
      get(keys: string | null): Promise<Record<string, { at: number }>>;
      set(all: object): Promise<void>;
    };
  };
  runtime: { id: string };
};

const [first, second] = sampleTitles;

/** Runs in the isolated world of the extension's content script. */
async function inContentScript(page: Page, extensionId: string, expression: string) {
  const session = await page.context().newCDPSession(page);
  const worlds: number[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === `chrome-extension://${extensionId}`) worlds.push(context.id);
  });
  await session.send('Runtime.enable');
  await expect.poll(() => worlds).toHaveLength(1);
  const { result } = await session.send('Runtime.evaluate', {
    expression,
    contextId: worlds[0] ?? 0,
    awaitPromise: true,
    returnByValue: true,
  });
  return result.value as unknown;
}

test('restores a library that the browser deleted from a copy that listings cannot read', async ({
  openSampleListing,
  openLibrary,
  openPopup,
  killWorker,
  extensionId,
}) => {
  const listing = await openSampleListing();
  await listing.save(first);
  const panel = await listing.openPanel(first);
  await panel.addTag('to keep');
  const { page } = await openLibrary();
  const since = Date.now();
  await page.evaluate(async () => {
    const { local } = chrome.storage;
    const { secondCopy } = await local.get('secondCopy');
    // As if the last copy were old and another's.
    await local.set({ secondCopy: { ...secondCopy, at: 0, fingerprint: null } });
  });
  await killWorker();
  await listing.page.reload();
  await expect
    .poll(() =>
      page.evaluate(async () => (await chrome.storage.local.get('secondCopy'))['secondCopy']?.at),
    )
    .toBeGreaterThan(since);
  const keys = await page.evaluate(async () => Object.keys(await chrome.storage.local.get(null)));
  expect(keys.filter((key) => key.startsWith('piece:'))).toHaveLength(1);

  const read = await inContentScript(
    listing.page,
    extensionId,
    `(async () => {
      try { return Object.keys(await chrome.storage.local.get(null)); }
      catch (error) { return String(error); }
    })()`,
  );
  expect(read).toContain('not allowed');

  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('papershelf');
        request.addEventListener('success', () => resolve());
        request.addEventListener('error', () => reject(request.error));
      }),
  );
  await expect(page.getByText('was deleted while this page was open')).toBeVisible();
  // The listing fills the new database.
  await listing.page.reload();
  await listing.save(second);
  const popup = await openPopup();
  await expect(popup.page.getByText('deleted your library with 1 paper')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: /^Restore 1 paper/ }).click();
  await page.getByRole('button', { name: /^Import 1 paper/ }).click();
  await page.getByRole('button', { name: /^Show/ }).first().click();
  await expect(page.getByText('to keep').first()).toBeVisible();
  await expect(page.getByText('deleted your library')).toBeHidden();
});

test('keeps a note whose tab is closed right after the last letter', async ({
  openSampleListing,
  openPopup,
  openLibrary,
}) => {
  const listing = await openSampleListing();
  await listing.save(first);
  const panel = await listing.openPanel(first);
  await typeAndClose(panel.note, listing.page, 'Typed in the panel.');
  const popup = await openPopup();
  await popup.openPaper(first);
  await expect(popup.entry.note).toHaveValue('Typed in the panel.');
  await typeAndClose(popup.entry.note, popup.page, ' Typed in the popup.');
  const library = await openLibrary();
  await library.openPaper(first);
  await expect(library.entry.note).toHaveValue('Typed in the panel. Typed in the popup.');
  await typeAndClose(library.entry.note, library.page, ' Typed in the library.');
  const other = await openLibrary();
  await other.openPaper(first);
  await expect(other.entry.note).toHaveValue(/ Typed in the library[.]$/);
});

/** Closes the tab as a reader does, which lets its pages end. */
async function typeAndClose(note: Locator, page: Page, text: string): Promise<void> {
  await note.press('End');
  await page.keyboard.type(text);
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
}
