import { sampleListing, sampleListingPapers } from '../fixtures/sample-listing';
import { samplePaperPage } from '../fixtures/sample-paper-page';
import { expect, test } from './support/fixtures';
import { ORIGIN } from './support/site';
import { storedRows } from './support/rows';
import { clickQuotationItem, grantActiveTab } from './support/browser-clicks';

const papers = sampleListingPapers();
const [first, second] = papers as [(typeof papers)[0], (typeof papers)[0]];
const path = `/papers/${first.id}`;

test.beforeEach(({ site }) => site.serve(path, samplePaperPage(first)));

test('saves a paper on its own page, and shows its note everywhere', async ({
  openSampleListing,
  openListing,
  openPopup,
  openLibrary,
}) => {
  const listing = await openSampleListing();
  const own = await openListing(path);
  await own.save(first.title);
  await listing.expectSaved(first.title);
  const panel = await own.openPanel(first.title);
  await panel.note.fill('Read the ablation again.');
  await panel.setStatus('Reading');
  await expect(own.page.getByRole('group', { name: 'Papershelf' })).toContainText('Reading');
  await own.page.keyboard.press('Escape');

  const onCard = await listing.openPanel(first.title);
  await expect(onCard.note).toHaveValue('Read the ablation again.');
  await expect(onCard.status('Reading')).toBeChecked();
  const popup = await openPopup({ over: own });
  await popup.tab('This page').click();
  await popup.openPaper(first.title);
  await expect(popup.entry.note).toHaveValue('Read the ablation again.');
  const library = await openLibrary();
  await library.openPaper(first.title);
  await expect(library.entry.note).toHaveValue('Read the ablation again.');
});

test('records the facts of the page, and marks the paper as seen', async ({
  openListing,
  openSampleListing,
}) => {
  const own = await openListing(path);
  await expect(own.saveButton(first.title)).toBeVisible();
  await expect(async () => {
    const { papers: [paper] = [] } = await storedRows(own.page);
    expect(paper).toMatchObject({
      id: `arxiv:${first.id}`,
      title: first.title,
      abstract: first.abstract,
      authors: first.authors,
      upvotes: first.upvotes,
    });
  }).toPass();
  const listing = await openSampleListing();
  await expect(listing.page.getByRole('group', { name: 'Papershelf' })).toContainText('11 new');
});

test('follows in-page navigation from a listing to papers and back', async ({
  openSampleListing,
}) => {
  const { page } = await openSampleListing();
  await expect(page.getByRole('article')).toHaveCount(12);
  const show = (html: string, address: string) =>
    page.evaluate(
      ([html, address]) => {
        history.pushState(null, '', address);
        const next = new DOMParser().parseFromString(html, 'text/html');
        document.querySelector('main')!.replaceWith(next.querySelector('main')!);
      },
      [html, address] as const,
    );
  const button = (title: string) => page.getByRole('button', { name: `Save ${title}` });
  await show(samplePaperPage(first), path);
  await expect(button(first.title)).toHaveCount(1);
  await expect(button(second.title)).toHaveCount(0);
  await show(samplePaperPage(second), `/papers/${second.id}`);
  await expect(button(second.title)).toHaveCount(1);
  await expect(button(first.title)).toHaveCount(0);
  await show(sampleListing(), '/papers');
  await expect(button(first.title)).toHaveCount(1);
  await expect(page.locator('.ps-paper-bar')).toHaveCount(0);
});

test('handles the keys to save, write a note and show the keys, but not while typing', async ({
  openListing,
}) => {
  const own = await openListing(path);
  const { page } = own;
  await expect(own.saveButton(first.title)).toBeVisible();
  await page.getByRole('textbox', { name: 'Comment' }).fill('');
  await page.keyboard.type('sn');
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue('sn');
  await expect(own.saveButton(first.title)).toHaveAttribute('aria-pressed', 'false');
  await page.locator('h1').click();
  await page.keyboard.press('s');
  await own.expectSaved(first.title);
  await page.keyboard.press('n');
  await expect(own.entry.note).toBeFocused();
  await page.keyboard.type('By keys.');
  await page.keyboard.press('Escape');
  await expect(own.entry.note).toBeHidden();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('note');
  await expect(sheet.getByRole('row')).toHaveCount(4);
  await expect(async () => {
    expect((await storedRows(page)).entries[0]?.note).toBe('By keys.');
  }).toPass();
});

test('adds selected text to the note, with a notice and undo', async ({ openListing }) => {
  const own = await openListing(path);
  await expect(own.saveButton(first.title)).toBeVisible();
  await clickQuotationItem(own.page, 'what to *replay* matters');
  await own.expectSaved(first.title);
  const day = new Date().toISOString().slice(0, 10);
  const source = `> — [${first.title}](${ORIGIN}${path}), ${day}`;
  const note = `> what to \\*replay\\* matters\n>\n${source}`;
  const panel = await own.openPanel(first.title);
  await expect(panel.note).toHaveValue(note);
  await own.page.keyboard.press('Escape');

  const status = own.page.getByRole('status').filter({ hasText: 'quotation' });
  await expect(status).toHaveText(/^Paper saved, quotation added to its note/);
  // A repeated click adds no second quotation.
  await clickQuotationItem(own.page, 'what to *replay* matters');
  await status.getByRole('button', { name: 'Undo' }).click();
  await expect(own.saveButton(first.title)).toHaveAttribute('aria-pressed', 'false');
  // Undo also removes the paper that the quotation saved.
  await expect.poll(async () => (await storedRows(own.page)).entries).toEqual([]);
});

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 400, height: 800 },
]) {
  test(`shows the quotation notice beside the open panel in a ${viewport.width} px wide window`, async ({
    openListing,
  }) => {
    const own = await openListing(path);
    const { page } = own;
    await page.setViewportSize(viewport);
    await own.save(first.title);
    await clickQuotationItem(page, 'what to *replay* matters');
    const status = page.getByRole('status').filter({ hasText: 'Quotation added' });
    await expect(status).toBeVisible();
    const panel = await own.openPanel(first.title);
    await expect(panel.note).toHaveValue(/^> what to/);

    // Fails if the panel covers the button.
    await status.getByRole('button', { name: 'Undo' }).click();

    await expect(status).toHaveCount(0);
    await expect.poll(async () => (await storedRows(page)).entries[0]?.note).toBe('');
  });
}

const abstractPage = `<!DOCTYPE html><title>[2603.12345] Shelves All the Way Down</title>
<meta name="citation_title" content="Shelves All the Way Down">
<meta name="citation_author" content="Quill, Ada">
<meta name="citation_author" content="van der Leaf, Bo">
<meta name="citation_date" content="2026/03/11">
<meta name="citation_arxiv_id" content="2603.12345">
<meta name="citation_abstract" content="We put shelves on shelves.">
<h1>Shelves All the Way Down</h1>`;

test('saves the paper of an arXiv abstract page from the popup', async ({ papershelf }) => {
  const { context } = papershelf;
  await context.route('https://arxiv.org/abs/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: abstractPage }),
  );
  const tab = await context.newPage();
  await tab.goto('https://arxiv.org/abs/2603.12345v2');
  await grantActiveTab(context, tab);
  const popup = await papershelf.openPopup();
  const title = 'Shelves All the Way Down';
  // A slow tab has the popup begin with the library.
  await popup.tab('This page').click();
  await popup.saveButton(title).click();
  await expect(popup.saveButton(title)).toHaveAttribute('aria-pressed', 'true');
  await expect
    .poll(() => storedRows(popup.page))
    .toMatchObject({
      papers: [
        {
          id: 'arxiv:2603.12345',
          title,
          authors: ['Ada Quill', 'Bo van der Leaf'],
          abstract: 'We put shelves on shelves.',
          publishedOn: '2026-03-11',
        },
      ],
      entries: [{ paperId: 'arxiv:2603.12345' }],
    });
  await popup.openPaper(title);
  await expect(popup.entry.note).toBeVisible();
});

test('shows an arXiv PDF by its id until a page provides its title', async ({ papershelf }) => {
  const { context } = papershelf;
  await context.route('https://arxiv.org/**', (route) => {
    const isPdf = route.request().url().includes('/pdf/');
    const body = isPdf ? '<!DOCTYPE html><title>2603.12345v2.pdf</title>' : abstractPage;
    return route.fulfill({ contentType: 'text/html', body });
  });
  const tab = await context.newPage();
  await tab.goto('https://arxiv.org/pdf/2603.12345v2');
  await grantActiveTab(context, tab, { scripts: false });
  const popup = await papershelf.openPopup();
  await popup.tab('This page').click();
  await popup.saveButton('arxiv:2603.12345').click();
  await expect(popup.saveButton('arxiv:2603.12345')).toHaveAttribute('aria-pressed', 'true');
  await popup.page.close();

  await tab.goto('https://arxiv.org/abs/2603.12345');
  await grantActiveTab(context, tab);
  const again = await papershelf.openPopup();
  await again.tab('This page').click();
  await expect(again.saveButton('Shelves All the Way Down')).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('saves all new papers of a listing from the popup, and undoes it', async ({
  openSampleListing,
  openPopup,
}) => {
  const listing = await openSampleListing();
  await listing.save(first.title);
  const popup = await openPopup({ over: listing });
  const saveNew = popup.page.getByRole('button', { name: 'Save all new' });
  await saveNew.click();
  await expect(popup.page.getByText('11 new papers saved')).toBeVisible();
  await expect(saveNew).toHaveCount(0);
  for (const { title } of papers) await listing.expectSaved(title);
  await popup.page.getByRole('button', { name: 'Undo' }).click();
  await expect(saveNew).toBeVisible();
  await listing.expectSaved(first.title);
  await expect(listing.saveButton(second.title)).toHaveAttribute('aria-pressed', 'false');
});
