import { sampleListing, sampleListingPapers, sampleTitles } from '../fixtures/sample-listing';
import { expect, test } from './support/fixtures';
import { layoutShift, watchLayoutShifts } from './support/layout-shifts';
import { panelFrame } from './support/listing-page';
import { storedRows } from './support/rows';

const DAY = '2026-03-12';
const papers = sampleListingPapers(DAY, 105);
const [first, second] = sampleTitles;

test.describe('a listing of 105 cards', () => {
  test('gets one button on each card, and is stored completely', async ({
    site,
    openListing,
    openPopup,
  }) => {
    site.serve(`/papers/date/${DAY}`, sampleListing({ day: DAY, count: 105 }));
    const listing = await openListing(`/papers/date/${DAY}`);
    await expect(listing.saveButtons).toHaveCount(105);
    for (const { title } of papers) expect(await listing.saveButton(title).count()).toBe(1);
    const popup = await openPopup();
    await popup.page.getByRole('tab', { name: /^Library/ }).click();
    await expect(popup.page.getByText(/105 seen · 0 saved/)).toBeVisible();
    const rows = await storedRows(popup.page);
    expect(rows.papers).toHaveLength(105);
    expect(rows.sightings).toHaveLength(105);
    expect(rows.visits).toEqual([
      expect.objectContaining({ listing: `hf/daily/${DAY}`, cardsFound: 105, cardsRead: 105 }),
    ]);
    expect(rows.entries).toEqual([]);
  });

  test('has no layout shift', async ({ site, papershelf }) => {
    site.serve('/papers', sampleListing({ day: DAY, count: 105 }));
    const page = await papershelf.context.newPage();
    await watchLayoutShifts(page);
    await page.goto('https://huggingface.co/papers');
    const buttons = page.getByRole('button', { name: /^Save / });
    await expect(buttons).toHaveCount(105);
    await page.mouse.wheel(0, 4000);
    await page.waitForTimeout(500);
    await buttons.nth(60).click();
    await expect(page.getByRole('button', { name: /^Saved / })).toHaveCount(1);
    await page.waitForTimeout(500);
    expect(await layoutShift(page)).toBe(0);
  });
});

test('adds one button to each late or re-rendered card', async ({ site, openListing }) => {
  site.serve('/papers', sampleListing({ day: DAY, count: 6 }));
  const { page, saveButtons, saveButton, save } = await openListing().then((listing) => ({
    page: listing.page,
    saveButtons: listing.saveButtons,
    saveButton: (title: string) => listing.saveButton(title),
    save: (title: string) => listing.save(title),
  }));
  await expect(saveButtons).toHaveCount(6);
  await save(first);
  // The page replaces the saved card.
  await page.evaluate(() => {
    const card = document.querySelector('article');
    const copy = card?.cloneNode(true) as HTMLElement;
    for (const own of copy.querySelectorAll('[data-papershelf]')) own.remove();
    card?.replaceWith(copy);
  });
  await expect(saveButton(first)).toHaveCount(1);
  await expect(saveButton(first)).toHaveAttribute('aria-pressed', 'true');
  // The page replaces the contents of a card.
  await page.evaluate(() => {
    const card = document.querySelectorAll('article')[1];
    card?.replaceChildren(...[...card.children].filter((child) => !child.localName.includes('-')));
  });
  await expect(saveButtons).toHaveCount(6);
  const more = new URL('https://huggingface.co/papers');
  more.searchParams.set('more', '1');
  const html = sampleListing({ day: DAY, count: 4, first: 6 });
  await page.evaluate((text) => {
    const other = new DOMParser().parseFromString(text, 'text/html');
    document.querySelector('article')?.parentElement?.append(...other.querySelectorAll('article'));
  }, html);
  await expect(saveButtons).toHaveCount(10);
});

test('follows in-page navigation back and forth without a reload', async ({
  site,
  openListing,
}) => {
  const yesterday = '2026-03-11';
  site.serve(`/papers/date/${DAY}`, sampleListing({ day: DAY, count: 5 }));
  site.serve(`/papers/date/${yesterday}`, sampleListing({ day: yesterday, count: 7, first: 40 }));
  const listing = await openListing(`/papers/date/${DAY}`);
  const { page } = listing;
  await expect(listing.saveButtons).toHaveCount(5);
  await listing.save(first);

  /** Navigates as the site's script does: the cards follow the URL after a delay. */
  const navigate = (day: string, count: number, from: number) =>
    page.evaluate(
      async ([url, html]) => {
        history.pushState(null, '', url);
        await new Promise((resolve) => setTimeout(resolve, 400));
        const other = new DOMParser().parseFromString(html, 'text/html');
        const grid = document.querySelector('article')?.parentElement;
        grid?.replaceChildren(...other.querySelectorAll('article'));
      },
      [`/papers/date/${day}`, sampleListing({ day, count, first: from })] as const,
    );

  await navigate(yesterday, 7, 40);
  await expect(listing.saveButtons).toHaveCount(7);
  await expect(listing.saveButtons.and(page.locator('[aria-pressed=true]'))).toHaveCount(0);
  await navigate(DAY, 5, 0);
  await expect(listing.saveButtons).toHaveCount(5);
  await listing.expectSaved(first);
  await expect(page.locator('.ps-page-bar')).toHaveCount(1);
  await expect(page.locator('.ps-card')).toHaveCount(5);

  await expect(async () => {
    const { sightings, visits } = await storedRows(page);
    const seen = (day: string) => sightings.filter(({ listing: key }) => key === `hf/daily/${day}`);
    expect(seen(DAY)).toHaveLength(5);
    expect(seen(yesterday)).toHaveLength(7);
    // A quick return continues the visit.
    expect(visits.map(({ cardsRead }) => cardsRead).sort()).toEqual([5, 7]);
  }).toPass({ timeout: 10_000 });
});

test('does not change a page that is not a listing', async ({ site, papershelf, openListing }) => {
  const errors: string[] = [];
  papershelf.context.on('weberror', (error) => errors.push(String(error.error())));
  const pages = {
    '/papers/about': '<h1>No paper</h1><article><h3>Not a card</h3></article>',
    '/papers':
      '<main><article><h3><a href="/papers/2603.01234">Look-alike</a></h3></article></main>',
  };
  for (const [path, html] of Object.entries(pages)) {
    site.serve(path, html);
    const { page } = await openListing(path);
    await page.waitForTimeout(2500);
    expect(await page.evaluate(() => document.body.innerHTML)).toBe(html);
    expect(await page.locator('[data-papershelf]').count()).toBe(0);
  }
  expect(errors).toEqual([]);
});

test('shows a failed save on the card, with a retry', async ({ openSampleListing, papershelf }) => {
  const listing = await openSampleListing({ count: 3 });
  await expect(listing.saveButtons).toHaveCount(3);
  const worker = papershelf.context.serviceWorkers()[0];
  // Simulates a full disk.
  await worker?.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    const state = { full: true };
    Object.assign(globalThis, { disk: state });
    IDBObjectStore.prototype.put = function (...args) {
      if (state.full) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    };
  });
  await listing.saveButton(first).click();
  await expect(listing.saveButton(first)).toHaveAttribute('aria-pressed', 'false');
  const alert = listing.card(first).getByRole('alert');
  await expect(alert).toBeVisible();
  await worker?.evaluate(() => {
    (globalThis as never as { disk: { full: boolean } }).disk.full = false;
  });
  await alert.getByRole('button', { name: 'Retry' }).click();
  await listing.expectSaved(first);
  await expect(alert).toBeHidden();
});

test('operates the panel by keyboard alone', async ({ openSampleListing }) => {
  const listing = await openSampleListing({ count: 3 });
  const { page } = listing;
  await listing.saveButton(second).focus();
  await page.keyboard.press('Enter');
  await listing.expectSaved(second);
  await page.keyboard.press('Enter');
  const panel = panelFrame(page).getByRole('dialog', {
    name: new RegExp(`^In your library, ${second.slice(0, 20)}`),
  });
  await expect(panel.getByRole('radio', { name: 'To read' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(panel.getByRole('radio', { name: 'Reading' })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.type('scene graphs');
  await page.keyboard.press('Enter');
  await expect(panel.getByText('scene graphs', { exact: true })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.type('From the card.');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(listing.saveButton(second)).toBeFocused();
  await expect
    .poll(async () => (await storedRows(page)).entries)
    .toMatchObject([{ status: 'reading', tags: ['scene graphs'], note: 'From the card.' }]);
});

test('undoes a removal in the panel', async ({ openSampleListing }) => {
  const listing = await openSampleListing({ count: 3 });
  await listing.save(first);
  const entry = await listing.openPanel(first);
  await entry.note.fill('Keep this.');
  await entry.removeButton.click();
  await expect(listing.saveButton(first)).toHaveAttribute('aria-pressed', 'false');
  await entry.undoButton.click();
  await listing.expectSaved(first);
  await expect(entry.note).toHaveValue('Keep this.');
});

test('follows the theme of the page', async ({ openSampleListing }) => {
  const { page, saveButtons } = await openSampleListing({ count: 3 });
  await expect(saveButtons).toHaveCount(3);
  const background = () =>
    saveButtons.first().evaluate((button) => getComputedStyle(button).backgroundColor);
  await expect.poll(background).toBe('rgb(255, 255, 255)');
  await page.evaluate(() => document.documentElement.classList.add('dark'));
  await expect.poll(background).toBe('rgb(27, 26, 23)');
});

test('updates when the page reuses its cards for other papers', async ({ site, openListing }) => {
  const next = '2026-03-13';
  site.serve(`/papers/date/${DAY}`, sampleListing({ day: DAY, count: 3 }));
  const listing = await openListing(`/papers/date/${DAY}`);
  await listing.save(first);
  const others = sampleListingPapers(next, 3, 60);
  // As a framework that keeps its elements: only links and texts change.
  await listing.page.evaluate(
    ([url, papers]) => {
      history.pushState(null, '', url);
      for (const [index, card] of [...document.querySelectorAll('article')].entries()) {
        const paper = papers[index];
        for (const link of card.querySelectorAll('a[href^="/papers/"]')) {
          link.setAttribute('href', `/papers/${paper?.id}`);
        }
        const text = card.querySelector('h3 a')?.firstChild;
        if (text) text.nodeValue = paper?.title ?? '';
      }
    },
    [`/papers/date/${next}`, others] as const,
  );
  await expect(listing.saveButton(others[0]?.title ?? '')).toHaveAttribute('aria-pressed', 'false');
  await expect(listing.saveButton(first)).toHaveCount(0);
  await listing.save(others[1]?.title ?? '');
  await expect(async () => {
    const { entries, sightings } = await storedRows(listing.page);
    expect(entries.map(({ paperId }) => paperId)).toContain(`arxiv:${others[1]?.id}`);
    expect(sightings.filter(({ listing: key }) => key === `hf/daily/${next}`)).toHaveLength(3);
  }).toPass({ timeout: 10_000 });
});

for (const from of ['/papers/2601.00001', '/papers/date/2026-03-11']) {
  test(`reads cards rendered before the URL changes, from ${from}`, async ({
    site,
    openListing,
  }) => {
    site.serve('/papers/2601.00001', '<main><h1>A paper</h1></main>');
    site.serve(
      '/papers/date/2026-03-11',
      sampleListing({ day: '2026-03-11', count: 4, first: 40 }),
    );
    const listing = await openListing(from);
    await listing.page.waitForTimeout(2500);
    await listing.page.evaluate(
      async ([url, html]) => {
        const other = new DOMParser().parseFromString(html, 'text/html');
        const main = other.querySelector('main');
        if (main !== null) document.querySelector('main')?.replaceWith(main);
        await new Promise((resolve) => setTimeout(resolve, 400));
        history.pushState(null, '', url);
      },
      [`/papers/date/${DAY}`, sampleListing({ day: DAY, count: 4 })] as const,
    );
    await expect(listing.saveButtons).toHaveCount(4);
    const ofDay = async (day: string) =>
      (await storedRows(listing.page)).sightings
        .filter(({ listing: key }) => key === `hf/daily/${day}`)
        .map(({ paperId }) => paperId.slice('arxiv:'.length));
    await expect.poll(() => ofDay(DAY)).toEqual(papers.slice(0, 4).map(({ id }) => id));
    const before = sampleListingPapers('2026-03-11', 4, 40).map(({ id }) => id);
    expect(await ofDay('2026-03-11')).toEqual(from.includes('date') ? before : []);
  });
}

test('keeps the panel open when the card is re-rendered, and closes it on Escape', async ({
  openSampleListing,
}) => {
  const listing = await openSampleListing({ count: 3 });
  await listing.save(first);
  const panel = await listing.openPanel(first);
  await panel.note.click();
  await listing.page.keyboard.type('first half');
  await listing.page.evaluate(() => {
    const card = document.querySelector('article');
    const copy = card?.cloneNode(true) as HTMLElement;
    for (const own of copy.querySelectorAll('[data-papershelf]')) own.remove();
    card?.replaceWith(copy);
  });
  await listing.expectSaved(first);
  await listing.page.keyboard.type(', second half');
  await listing.page.waitForTimeout(2500);
  await expect(panel.note).toHaveValue('first half, second half');
  await expect
    .poll(async () => (await storedRows(listing.page)).entries[0]?.note)
    .toBe('first half, second half');
  await listing.saveButton(first).focus();
  await listing.page.keyboard.press('Escape');
  await expect(panel.note).toBeHidden();
});

test('keeps all panel controls reachable in a short window', async ({ openSampleListing }) => {
  const listing = await openSampleListing({ count: 3 });
  await listing.page.setViewportSize({ width: 640, height: 240 });
  await listing.save(first);
  const panel = await listing.openPanel(first);
  await panel.removeButton.click();
  await expect(listing.saveButton(first)).toHaveAttribute('aria-pressed', 'false');
});
