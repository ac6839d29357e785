import { sampleListing, sampleListingPapers, sampleTitles } from '../fixtures/sample-listing';
import { expect, test } from './support/fixtures';
import { panelFrame } from './support/listing-page';
import { storedRows } from './support/rows';

const [first, second] = sampleTitles;

test('shows a save in all other pages without a reload', async ({
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

  await library.openPaper(first);
  await library.entry.removeButton.click();
  for (const listing of [one, other]) {
    await expect(listing.saveButton(first)).toHaveAttribute('aria-pressed', 'false');
  }
  await expect(popup.paper(first)).toBeHidden();
  await library.entry.undoButton.click();
  for (const listing of [one, other]) await listing.expectSaved(first);

  const panel = await other.openPanel(first);
  await panel.addTag('from the panel');
  await panel.setStatus('Read');
  await expect(library.page.getByText('from the panel').first()).toBeVisible();
  await expect(library.entry.status('Read')).toBeChecked();
});

test('updates an open search when papers are saved or tagged elsewhere', async ({
  openSampleListing,
  openLibrary,
}) => {
  const listing = await openSampleListing();
  await listing.save(first);
  const library = await openLibrary();
  await library.search('remember');
  await expect(library.page.getByText('No papers match this search.')).toBeVisible();
  const panel = await listing.openPanel(first);
  await panel.addTag('to remember');
  await expect(library.paper(first)).toBeVisible();
  await panel.removeButton.click();
  await expect(library.paper(first)).toBeHidden();
});

test('shows the papers of the active tab in the popup', async ({
  openSampleListing,
  openPopup,
}) => {
  const listing = await openSampleListing();
  await expect(listing.saveButtons).toHaveCount(12);
  let popup = await openPopup({ over: listing });
  // The popup waits briefly for the tab's answer: too briefly on a busy machine.
  await expect(async () => {
    await popup.page.close();
    popup = await openPopup({ over: listing });
    await expect(popup.tab('This page')).toHaveAttribute('aria-selected', 'true', {
      timeout: 1000,
    });
  }).toPass();
  await expect(popup.saveButton(second)).toBeVisible();
  await popup.saveButton(second).click();
  await expect(popup.saveButton(second)).toHaveAttribute('aria-pressed', 'true');
  await listing.expectSaved(second);
});

test('shows a hint for an empty library and for a tab without papers', async ({ openPopup }) => {
  const popup = await openPopup();
  await expect(popup.page.getByText('No papers saved yet.')).toBeVisible();
  await popup.tab('This page').click();
  await expect(popup.page.getByText('No papers in this tab.')).toBeVisible();
  await expect(popup.page.getByRole('link', { name: 'Daily Papers' })).toBeVisible();
});

test('keeps a note and a tag typed just before the popup closes', async ({
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

test('merges the notes of two tabs', async ({ openSampleListing, openLibrary }) => {
  const listing = await openSampleListing();
  await listing.save(first);
  const library = await openLibrary();
  await library.openPaper(first);
  const panel = await listing.openPanel(first);
  await panel.note.fill('Line of the panel.');
  // Appended at once: between two keys the other line may arrive, below the caret.
  await library.entry.note.evaluate((field: HTMLTextAreaElement) => {
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    document.execCommand('insertText', false, '\nLine of the library.');
  });
  await expect
    .poll(async () =>
      (await storedRows(listing.page)).entries[0]?.note.split('\n').filter(Boolean).sort(),
    )
    .toEqual(['Line of the library.', 'Line of the panel.']);
});

test('completes the authors of a saved paper in the background', async ({ site, openListing }) => {
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
  ['returns an unknown format', { status: 200, body: '{"something":"else"}' }],
] as const) {
  test(`requests the authors once for two open listings when the site ${name}`, async ({
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

test('asks for a reload of the page after the extension was updated', async ({
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

test('keeps words on screen that could not be stored after an update, to be copied', async ({
  openSampleListing,
  papershelf,
}) => {
  const errors: string[] = [];
  papershelf.context.on('weberror', (error) => errors.push(String(error.error())));
  const listing = await openSampleListing({ count: 3 });
  const { page } = listing;
  await listing.save(first);
  const panel = await listing.openPanel(first);
  await panel.note.click();
  await page.keyboard.type('Stored.');
  await expect.poll(async () => (await storedRows(page)).entries[0]?.note).toBe('Stored.');
  await papershelf.context
    .serviceWorkers()[0]
    ?.evaluate('chrome.runtime.reload()')
    .catch(() => {});
  await page.waitForTimeout(1500);

  await page.keyboard.type(' Not stored.');
  const frame = panelFrame(page);
  await expect(frame.getByText('Not stored yet')).toBeVisible();
  await expect(panel.note).toHaveValue('Stored. Not stored.');
  await panel.note.press('Escape');
  await expect(frame.getByText('Close without storing it?')).toBeVisible();
  await expect(frame.getByRole('button', { name: 'Copy' })).toBeFocused();
  await page.keyboard.press('Enter');
  // A press elsewhere asks too.
  const search = page.locator('input[type=search]');
  await search.click();
  await expect(panel.note).toHaveValue('Stored. Not stored.');
  await page.keyboard.press('ControlOrMeta+V');
  await expect(search).toHaveValue('Stored. Not stored.');
  await frame.getByRole('button', { name: 'Close anyway' }).click();
  await expect(panel.note).toBeHidden();
  expect(errors).toEqual([]);
});
