import { sampleListing, sampleTitles } from '../fixtures/sample-listing';
import { expect, test } from './support/firefox-fixtures';

test('draws plots with their style, and no other inline style, in Firefox', async ({
  site,
  firefox,
}) => {
  site.serve('/papers', sampleListing());
  const listing = await firefox.openListing();
  await (await firefox.button(listing, 'Save ', sampleTitles[0])).click();
  await firefox.button(listing, 'Saved ', sampleTitles[0]);
  const library = await firefox.openLibrary();
  await library.evaluate(() => (location.hash = '#/reading'));
  await library.waitForFunction(() => document.querySelector('.plot svg text') !== null);
  const shown = await library.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { outline: 3px solid }';
    document.head.append(style);
    const { whiteSpace } = getComputedStyle(document.querySelector('.plot svg text')!);
    return { whiteSpace, outline: getComputedStyle(document.body).outlineStyle };
  });
  expect(shown).toEqual({ whiteSpace: 'pre', outline: 'none' });
});
