import { sampleListing, sampleTitles } from '../fixtures/sample-listing';
import { expect, test } from './support/firefox-fixtures';

const [first, second] = sampleTitles;

test('saves a paper in Firefox and shows it in the library page', async ({ site, firefox }) => {
  site.serve('/papers', sampleListing());
  const listing = await firefox.openListing();
  await (await firefox.button(listing, 'Save ', first)).click();
  await (await firefox.button(listing, 'Saved ', first)).click();
  // Visible once the frame of the panel has drawn it.
  await listing.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>('[data-papershelf]')].some(
      ({ shadowRoot, style }) =>
        shadowRoot?.querySelector('iframe[data-view=panel]') && style.visibility === 'visible',
    ),
  );
  const library = await firefox.openLibrary();
  await library.waitForFunction(
    (title: string) => document.body.textContent.includes(title),
    {},
    first,
  );
  expect(await library.evaluate((title) => document.body.textContent.includes(title), second)).toBe(
    false,
  );
  await listing.reload();
  await firefox.button(listing, 'Saved ', first);
  await firefox.button(listing, 'Save ', second);
});
