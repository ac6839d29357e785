import { sampleListing, sampleTitles } from '../fixtures/sample-listing';
import { expect, test } from './support/fixtures';
import { storedRows } from './support/rows';

const [first] = sampleTitles;
const HEALTHY_DAY = '2026-03-12';
const CHANGED_DAY = '2026-03-13';

/** The site moves the abstract in its data, and the upvotes there and on the cards. */
const changed = (html: string): string =>
  html
    .replaceAll('&quot;summary&quot;', '&quot;abstractText&quot;')
    .replaceAll('&quot;upvotes&quot;', '&quot;likes&quot;')
    .replaceAll(/<div class="leading-none">[^<]*<\/div>/g, '');

test.beforeEach(({ site }) => {
  const listing = (day: string): string => sampleListing({ day, count: 12 });
  site.serve(`/papers/date/${HEALTHY_DAY}`, listing(HEALTHY_DAY));
  site.serve(`/papers/date/${CHANGED_DAY}`, changed(listing(CHANGED_DAY)));
});

test('the bar says that the site has changed, and offers a report to read and copy', async ({
  context,
  openListing,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const healthy = await openListing(`/papers/date/${HEALTHY_DAY}`);
  await expect(healthy.page.getByText(/12 new/)).toBeVisible();
  await expect(healthy.page.getByText('This site has changed')).toHaveCount(0);
  await healthy.page.close();

  const listing = await openListing(`/papers/date/${CHANGED_DAY}`);
  const { page } = listing;
  const bar = page.getByRole('group', { name: 'Papershelf' });
  await expect(bar.getByText('This site has changed')).toBeVisible();

  // By the keyboard alone.
  const details = bar.getByRole('button', { name: 'Details' });
  await details.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'This site has changed' });
  await expect(dialog).toContainText('(Abstract, Upvotes)');
  await expect(dialog).toContainText('Saving, tags and notes still work');
  const report = await dialog.locator('pre').textContent();
  expect(report).toMatch(
    /^Papershelf [\d.]+\nSite: https:\/\/huggingface\.co\nPapers found: 12\nPapers recognized: 12\nMissing on most: abstract, upvotes$/,
  );
  await expect(dialog.getByRole('button', { name: 'Copy report' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(report);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(details).toBeFocused();

  // What was known is kept, and saving works.
  await listing.save(first);
  const { papers, entries } = await storedRows(page);
  expect(entries).toHaveLength(1);
  expect(papers.every(({ abstract, upvotes }) => abstract && upvotes !== undefined)).toBe(true);

  await details.click();
  await dialog.getByRole('button', { name: 'Hide' }).click();
  await expect(bar.getByText('This site has changed')).toHaveCount(0);
  await expect(bar.getByRole('button', { name: 'Only new' })).toBeFocused();
});

test.describe('on a narrow window', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('the bar says so, and covers no button of a card', async ({ openListing }) => {
    const healthy = await openListing(`/papers/date/${HEALTHY_DAY}`);
    await expect(healthy.page.getByText(/12 new/)).toBeVisible();
    const listing = await openListing(`/papers/date/${CHANGED_DAY}`);
    await listing.page.getByRole('button', { name: 'Details' }).click();
    await expect(listing.page.getByText('Missing on most: abstract, upvotes')).toBeInViewport();
    await listing.page.keyboard.press('Escape');
    await listing.save(first);
  });
});
