import { sampleListing, sampleTitles } from '../fixtures/sample-listing';
import { expect, test } from './support/firefox-fixtures';

const [first, second] = sampleTitles;

test('Firefox saves a paper and shows it in the library page', async ({ site, firefox }) => {
  site.serve('/papers', sampleListing());
  const listing = await firefox.openListing();
  await (await firefox.button(listing, 'Save ', first)).click();
  // Its panel is in the script that is loaded when it is needed.
  await (await firefox.button(listing, 'Saved ', first)).click();
  await firefox.button(listing, 'Remove from library');
  const library = await firefox.openLibrary();
  await library.waitForFunction(
    (title: string) => document.body.textContent.includes(title),
    {},
    first,
  );
  expect(await library.evaluate((title) => document.body.textContent.includes(title), second)).toBe(
    false,
  );
  // Saved from the page's side of the wall, and still there after a reload.
  await listing.reload();
  await firefox.button(listing, 'Saved ', first);
  await firefox.button(listing, 'Save ', second);
});
