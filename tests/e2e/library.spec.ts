import { seedLibrary } from '../bench/seed';
import { numberedPapers } from '../fixtures/numbered-papers';
import { sampleTitles } from '../fixtures/sample-listing';
import { expect, test } from './support/fixtures';
import { storedRows } from './support/rows';

const [first, second, third] = sampleTitles;

test.describe('the library page', () => {
  test.beforeEach(async ({ openSampleListing }) => {
    const listing = await openSampleListing();
    for (const title of [third, second, first]) await listing.save(title);
    const panel = await listing.openPanel(first);
    await panel.addTag('architecture/ssm');
    await panel.setStatus('Reading');
    await panel.note.fill('Compare with the Hebbian rule.');
    await expect
      .poll(async () => (await storedRows(listing.page)).entries.some(({ note }) => note !== ''))
      .toBe(true);
    await listing.page.close();
  });

  test('filters by facets, and keeps the query in the URL', async ({ openLibrary }) => {
    const library = await openLibrary();
    const { page } = library;
    await expect(library.papers).toHaveCount(3);
    const reading = page.getByRole('button', { name: /^Reading/ });
    await expect(reading).toContainText('1');
    await reading.click();
    await expect(library.papers).toHaveCount(1);
    await expect(library.searchBox).toHaveValue('status:reading');
    await page.getByRole('button', { name: /^architecture/ }).click();
    await expect(library.searchBox).toHaveValue('status:reading tag:architecture');
    await expect(library.paper(first)).toBeVisible();
    await expect(library.paper(first).locator('mark')).toHaveText('architecture');
    await library.openPaper(first);
    await expect(library.entry.note).toBeVisible();
    await page.reload();
    await expect(library.papers).toHaveCount(1);
    await expect(library.entry.note).toHaveValue(/Hebbian/);
    await page.goBack();
    await page.goBack();
    await expect(library.searchBox).toHaveValue('status:reading');
    await page.goBack();
    await expect(library.papers).toHaveCount(3);
    await page.goForward();
    await expect(library.papers).toHaveCount(1);
  });

  test('searches notes, corrects typos, and reports problems of the query', async ({
    openLibrary,
  }) => {
    const library = await openLibrary();
    await library.search('hebbian');
    await expect(library.papers).toHaveCount(1);
    await expect(library.page.locator('mark', { hasText: 'Hebbian' })).toBeVisible();
    await library.search('hebbain');
    await expect(library.paper(first)).toBeVisible();
    await library.search('hebbian year:soon');
    await expect(library.paper(first)).toBeVisible();
    await expect(library.page.getByText(/year:soon|soon/).last()).toBeVisible();
  });

  test('works by keyboard alone', async ({ openLibrary }) => {
    const library = await openLibrary();
    const { page } = library;
    await expect(library.papers).toHaveCount(3);
    const press = (...keys: string[]) =>
      keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

    await press('j', 'j', 'x', 'k', 'x');
    await expect(page.getByText('2 selected')).toBeVisible();
    await press('s');
    await expect(page.getByText(/2 papers set to/)).toBeVisible();
    await press('z');
    await expect(page.getByText(/2 papers set to/)).toBeHidden();
    await press('t');
    const tagging = page.getByRole('dialog', { name: 'Tags' });
    await expect(tagging.getByRole('combobox', { name: 'Add tag' })).toBeFocused();
    await page.keyboard.type('by key');
    await press('Enter', 'Escape');
    await expect(page.getByText(/2 papers tagged by key/)).toBeVisible();
    await press('Escape');
    await expect(page.getByText('2 selected')).toBeHidden();
    await press('n');
    await expect(library.entry.note).toBeFocused();
    await page.keyboard.type('By key. ');
    await expect
      .poll(async () => (await storedRows(page)).entries.some(({ note }) => /By key/.test(note)))
      .toBe(true);
    await press('Escape', '?');
    await expect(page.getByRole('dialog')).toContainText('Next paper');
    await press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await press('j', 'e');
    await expect(page.getByRole('menuitem', { name: 'BibTeX' })).toBeFocused();
    await press('Escape', '/');
    await expect(library.searchBox).toBeFocused();
  });

  test('applies keys to the focused row after a paper was saved above it', async ({
    openLibrary,
    openListing,
  }) => {
    const library = await openLibrary();
    await expect(library.papers).toHaveCount(3);
    await library.page.keyboard.press('j');
    await library.page.keyboard.press('j');
    await expect(library.page.getByRole('link', { name: second })).toBeFocused();
    const listing = await openListing();
    await listing.save(sampleTitles[3] ?? '');
    await expect(library.papers).toHaveCount(4);
    await library.page.bringToFront();
    await library.page.keyboard.press('Delete');
    await expect(library.paper(second)).toBeHidden();
    await expect(library.papers).toHaveCount(3);
    // The focus moves to the row that took its place.
    await expect(library.page.getByRole('link', { name: third })).toBeFocused();
    await library.page.keyboard.press('z');
    await expect(library.paper(second)).toBeVisible();
  });

  test('removes several papers with one undo', async ({ openLibrary }) => {
    const library = await openLibrary();
    const { page } = library;
    await expect(library.papers).toHaveCount(3);
    const before = await library.paper(first).boundingBox();
    await page.getByRole('button', { name: 'Select all' }).click();
    await expect(page.getByText('3 selected')).toBeVisible();
    // The selection bar moves no row.
    expect(await library.paper(first).boundingBox()).toEqual(before);
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(library.papers).toHaveCount(0);
    await expect(page.getByText('3 papers removed from library')).toBeVisible();
    await library.entry.undoButton.click();
    await expect(library.papers).toHaveCount(3);
    const { entries } = await storedRows(page);
    expect(entries.every(({ removedAt }) => removedAt === 0)).toBe(true);
  });

  test('returns the focus to the list when the focused bar disappears', async ({ openLibrary }) => {
    const library = await openLibrary();
    const { page } = library;
    await expect(library.papers).toHaveCount(3);
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Remove', exact: true }).press('Enter');
    await expect(library.papers).toHaveCount(1);
    // The row focused before was removed too.
    await expect(page.getByRole('link', { name: third })).toBeFocused();
    await library.entry.undoButton.press('Enter');
    await expect(library.entry.undoButton).toBeHidden();
    await expect(page.getByRole('link', { name: third })).toBeFocused();
  });
});

test('cancels a change of thousands of papers without changing any', async ({ openLibrary }) => {
  test.setTimeout(120_000);
  const library = await openLibrary();
  const { page } = library;
  await expect(page.getByText('0 saved')).toBeVisible();
  await seedLibrary(page, numberedPapers(5_000));
  await page.reload();
  await expect(page.getByText('5,000 papers', { exact: true })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Select all' }).click();
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('progressbar')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Read', exact: true })).toBeFocused();
  const { entries } = await storedRows(page);
  expect(entries.filter(({ status }) => status === 'read')).toHaveLength(0);
});
