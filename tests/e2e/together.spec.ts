import { sampleListing, sampleListingPapers, sampleTitles } from '../fixtures/sample-listing';
import { expect, test } from './support/fixtures';
import { storedRows } from './support/rows';

const [first, second] = sampleTitles;

test('what is saved in one place shows in all others without a reload', async ({
  site,
  openListing,
  openPopup,
  openLibrary,
}) => {
  site.serve('/papers', sampleListing());
  site.serve('/papers/date/2026-03-12', sampleListing());
  const one = await openListing('/papers');
  const other = await openListing('/papers/date/2026-03-12');
  const library = await openLibrary();
  const popup = await openPopup();
  await popup.tab('Library').click();
  await one.save(first);
  await other.expectSaved(first);
  await expect(library.paper(first)).toBeVisible();
  await expect(popup.paper(first)).toBeVisible();

  // From the library page to the listings.
  await library.openPaper(first);
  await library.entry.removeButton.click();
  for (const listing of [one, other]) {
    await expect(listing.saveButton(first)).toHaveAttribute('aria-pressed', 'false');
  }
  await expect(popup.paper(first)).toBeHidden();
  await library.entry.undoButton.click();
  for (const listing of [one, other]) await listing.expectSaved(first);

  // And from a panel to the library page.
  const panel = await other.openPanel(first);
  await panel.addTag('from the panel');
  await panel.setStatus('Read');
  await expect(library.page.getByText('from the panel').first()).toBeVisible();
  await expect(library.entry.status('Read')).toBeChecked();
});

test('a search that is open follows what is saved and tagged elsewhere', async ({
  openSampleListing,
  openLibrary,
}) => {
  const listing = await openSampleListing();
  await listing.save(first);
  const library = await openLibrary();
  await library.search('remember');
  await expect(library.page.getByText('Nothing in the library fits this query.')).toBeVisible();
  const panel = await listing.openPanel(first);
  await panel.addTag('to remember');
  await expect(library.paper(first)).toBeVisible();
  await panel.removeButton.click();
  await expect(library.paper(first)).toBeHidden();
});

test('the popup speaks of the tab that is looked at', async ({ openSampleListing, openPopup }) => {
  const listing = await openSampleListing();
  await expect(listing.saveButtons).toHaveCount(12);
  const popup = await openPopup({ over: listing });
  await expect(popup.tab('This page')).toHaveAttribute('aria-selected', 'true');
  await expect(popup.saveButton(second)).toBeVisible();
  await popup.saveButton(second).click();
  await expect(popup.saveButton(second)).toHaveAttribute('aria-pressed', 'true');
  await listing.expectSaved(second);
});

test('a tab that is no listing, and an empty library, say what to do', async ({ openPopup }) => {
  const popup = await openPopup();
  await expect(popup.page.getByText('No papers saved yet.')).toBeVisible();
  await popup.tab('This page').click();
  await expect(popup.page.getByText('This tab shows no paper.')).toBeVisible();
  await expect(popup.page.getByRole('link', { name: 'Daily Papers' })).toBeVisible();
});

test('a note and a tag typed as the popup is closed are kept', async ({
  openSampleListing,
  openPopup,
}) => {
  const listing = await openSampleListing();
  await listing.save(first);
  for (const words of ['Typed and gone', 'Typed and gone, twice']) {
    const popup = await openPopup();
    await popup.tab('Library').click();
    await popup.openPaper(first);
    await popup.entry.note.click();
    await popup.page.keyboard.press('Control+A');
    await popup.page.keyboard.type(words);
    await popup.entry.addTagBox.click();
    await popup.page.keyboard.type(words.slice(-5));
    await popup.page.close();
    await expect.poll(async () => (await storedRows(listing.page)).entries[0]?.note).toBe(words);
    await expect
      .poll(async () => (await storedRows(listing.page)).entries[0]?.tags)
      .toContain(words.slice(-5).trim());
  }
});

test('two tabs writing one note lose neither’s words', async ({
  openSampleListing,
  openLibrary,
}) => {
  const listing = await openSampleListing();
  await listing.save(first);
  const library = await openLibrary();
  await library.openPaper(first);
  const panel = await listing.openPanel(first);
  await panel.note.fill('Line of the panel.');
  // Typed behind what stands there: the other line may have come by now.
  await library.entry.note.press('ControlOrMeta+End');
  await library.page.keyboard.type('\nLine of the library.');
  await expect
    .poll(async () =>
      (await storedRows(listing.page)).entries[0]?.note.split('\n').filter(Boolean).sort(),
    )
    .toEqual(['Line of the library.', 'Line of the panel.']);
});

test('a paper saved without its authors is completed, and saving does not wait', async ({
  site,
  openListing,
}) => {
  site.serve('/papers', sampleListing({ withProps: false, count: 3 }));
  const [paper] = sampleListingPapers('2026-03-12', 3);
  const id = paper?.id ?? '';
  site.serve(`/api/papers/${id}`, {
    contentType: 'application/json',
    delayMs: 1500,
    body: JSON.stringify({
      id,
      title: paper?.title,
      summary: 'An abstract.',
      authors: [{ name: 'Ada Quill' }, { name: 'Bo van der Leaf' }],
      publishedAt: '2026-03-10T00:00:00.000Z',
    }),
  });
  const listing = await openListing();
  await listing.save(paper?.title ?? '');
  const savedAuthors = async () => {
    const { entries, papers } = await storedRows(listing.page);
    if (entries.length !== 1) return 'not saved yet';
    return papers.find((row) => row.id === `arxiv:${id}`)?.authors;
  };
  await expect.poll(savedAuthors).toBeUndefined();
  await expect.poll(savedAuthors).toEqual(['Ada Quill', 'Bo van der Leaf']);
  await listing.page.reload();
  await listing.expectSaved(paper?.title ?? '');
  await listing.page.waitForTimeout(500);
  expect(site.requests.filter((path) => path.startsWith('/api/'))).toEqual([`/api/papers/${id}`]);
});

for (const [name, answer] of [
  ['fails', { status: 500, body: 'busy' }],
  ['answers in another form', { status: 200, body: '{"something":"else"}' }],
] as const) {
  test(`of two open listings one asks for authors, once, also when the site ${name}`, async ({
    site,
    openListing,
  }) => {
    const [paper] = sampleListingPapers('2026-03-12', 3);
    const title = paper?.title ?? '';
    const html = sampleListing({ withProps: false, count: 3 });
    site.serve('/papers', html);
    site.serve('/papers/date/2026-03-12', html);
    site.serve(`/api/papers/${paper?.id}`, { contentType: 'application/json', ...answer });
    const one = await openListing('/papers');
    const other = await openListing('/papers/date/2026-03-12');
    await one.save(title);
    await other.expectSaved(title);
    await other.page.reload();
    await other.expectSaved(title);
    await other.page.waitForTimeout(1000);
    expect(site.requests.filter((path) => path.startsWith('/api/'))).toHaveLength(1);
    const { papers } = await storedRows(other.page);
    expect(papers.find(({ id }) => id === `arxiv:${paper?.id}`)?.authors).toBeUndefined();
  });
}

test('an extension that was updated under the page asks for a reload', async ({
  openSampleListing,
  papershelf,
}) => {
  const listing = await openSampleListing({ count: 3 });
  await expect(listing.saveButtons).toHaveCount(3);
  await papershelf.context
    .serviceWorkers()[0]
    ?.evaluate('chrome.runtime.reload()')
    .catch(() => {});
  await listing.page.waitForTimeout(1500);
  await listing.saveButton(first).click();
  await expect(listing.page.getByRole('alert').last()).toContainText('Reload this page');
  await expect(listing.saveButton(first)).toHaveAttribute('aria-pressed', 'false');
});
