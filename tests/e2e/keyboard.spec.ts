import { readFile } from 'node:fs/promises';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { sampleListing, sampleListingPapers } from '../fixtures/sample-listing';
import { samplePaperPage } from '../fixtures/sample-paper-page';
import { focusFirstCard, forbidPointer, press, tabTo } from './support/keyboard';
import { expect, test } from './support/fixtures';
import { bulkFrame, type ListingPage, panelFrame } from './support/listing-page';
import type { Papershelf } from './support/papershelf';
import { storedRows } from './support/rows';
import type { Site } from './support/site';

const DAY = '2026-03-12';
const papers = sampleListingPapers(DAY, 8);
const titles = papers.map(({ title }) => title);

/** The parts of a listing that keys act on. */
class Cards {
  readonly bar: Locator;
  readonly foot: Locator;

  constructor(readonly page: Page) {
    this.bar = page.getByRole('group', { name: 'Papershelf' });
    this.foot = page.getByRole('group', { name: 'Selected papers' });
  }

  card(at: number): Locator {
    return this.page.getByRole('article').nth(at);
  }

  save(at: number): Locator {
    return this.card(at).getByRole('button', { name: /^Saved?\b/ });
  }

  dismiss(at: number): Locator {
    return this.card(at).getByRole('button', { name: /^Dismiss / });
  }

  async expectFocusOn(at: number): Promise<void> {
    await expect(this.card(at).locator('h3 a')).toBeFocused();
  }

  /** Moves the focus to a card by `j` and `k`. */
  async goTo(at: number): Promise<void> {
    const titles = this.page.locator('article h3 a');
    const focused = () =>
      titles.evaluateAll((all) => all.findIndex((title) => title === document.activeElement));
    if ((await focused()) < 0) await press(this.page, 'k');
    for (let steps = at - (await focused()); steps !== 0; steps -= Math.sign(steps)) {
      await press(this.page, steps > 0 ? 'j' : 'k');
    }
    await this.expectFocusOn(at);
  }

  async expectSelected(...at: number[]): Promise<void> {
    const selected = this.page.getByRole('checkbox', { checked: true });
    const names = at.map((each) => `Select ${titles[each]}`);
    await expect
      .poll(() => selected.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label'))))
      .toEqual(names);
    await expect(this.foot.getByRole('status')).toHaveText(`${at.length} selected`);
  }

  /** @param shownIn where the result is shown, if not on the page */
  async expectDone(words: string, shownIn: Page | FrameLocator = this.page): Promise<void> {
    await expect(shownIn.getByRole('status').filter({ hasText: words })).toBeVisible();
  }
}

/** Opens a listing of eight papers. */
async function openCards(
  site: Site,
  { context }: Papershelf,
  openListing: () => Promise<ListingPage>,
): Promise<{ page: Page; cards: Cards; expectNoPointer(): void }> {
  const expectNoPointer = await forbidPointer(context);
  site.serve('/papers', sampleListing({ day: DAY, count: 8 }));
  for (const paper of papers) site.serve(`/papers/${paper.id}`, samplePaperPage(paper));
  const { page } = await openListing();
  const cards = new Cards(page);
  await expect(cards.bar).toContainText('8 new');
  return { page, cards, expectNoPointer };
}

test('moves between cards, saves, tags, annotates and dismisses by keyboard alone', async ({
  site,
  papershelf,
  openListing,
}) => {
  const { page, cards, expectNoPointer } = await openCards(site, papershelf, openListing);

  await test.step('move between cards', async () => {
    await focusFirstCard(page);
    await cards.expectFocusOn(0);
    await press(page, 'j', 'j');
    await cards.expectFocusOn(2);
    await press(page, 'k');
    await cards.expectFocusOn(1);
    await press(page, 'k', 'k', 'k');
    await cards.expectFocusOn(0);
  });

  await test.step('save, tag and write a note', async () => {
    await press(page, 's');
    await expect(cards.save(0)).toHaveAttribute('aria-pressed', 'true');
    await cards.expectFocusOn(0);
    await press(page, 'j', 't');
    const panel = panelFrame(page).getByRole('dialog', { name: `In your library, ${titles[1]}` });
    await expect(panel.getByRole('combobox', { name: 'Add tag' })).toBeFocused();
    await page.keyboard.type('vision/video');
    await press(page, 'Enter');
    await expect(panel.getByText('vision/video', { exact: true })).toBeVisible();
    await press(page, 'Escape');
    await expect(panel).toBeHidden();
    await cards.expectFocusOn(1);
    await press(page, 'j', 'n');
    const note = panelFrame(page).getByRole('textbox', { name: 'Note' });
    await expect(note).toBeFocused();
    await page.keyboard.type('jkstndx? are letters here.');
    await press(page, 'Escape');
    await expect(note).toBeHidden();
    await cards.expectFocusOn(2);
    await expect(cards.bar).toContainText('3 saved');
  });

  await test.step('dismiss, restore and undo', async () => {
    await press(page, 'j', 'd');
    await expect(cards.dismiss(3)).toHaveAttribute('aria-pressed', 'true');
    await cards.expectFocusOn(4);
    await press(page, 'k', 'd');
    await expect(cards.dismiss(3)).toHaveAttribute('aria-pressed', 'false');
    await cards.expectFocusOn(3);
    await press(page, 'd');
    await cards.expectDone('1 paper dismissed');
    const undo = page.getByRole('button', { name: 'Undo' });
    await tabTo(undo);
    await press(page, 'Enter');
    await expect(page.locator('h3 a:focus')).toHaveCount(1);
    await expect(cards.dismiss(3)).toHaveAttribute('aria-pressed', 'false');
    await expect(undo).toBeHidden();
  });

  await test.step('show the keys', async () => {
    await press(page, 'j');
    const at = await page.evaluate(() => document.activeElement?.textContent);
    await press(page, '?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(sheet.getByRole('row')).toHaveCount(12);
    await press(page, 'j', 's');
    await press(page, 'Escape');
    await expect(sheet).toBeHidden();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(at);
  });
  expectNoPointer();
});

test('acts on several cards by keyboard alone', async ({ site, papershelf, openListing }) => {
  const { page, cards, expectNoPointer } = await openCards(site, papershelf, openListing);

  await test.step('select cards and a range', async () => {
    await focusFirstCard(page);
    await cards.goTo(5);
    await press(page, 'x');
    await cards.expectSelected(5);
    await press(page, 'x');
    await expect(cards.foot.getByRole('status')).toHaveText('0 selected');
    await press(page, 'k', 'k', 'x');
    await cards.expectSelected(3);
    await press(page, 'j', 'j', 'j', 'X');
    await cards.expectSelected(3, 4, 5, 6);
    await press(page, 'a');
    await expect(cards.foot.getByRole('button').first()).toBeFocused();
  });

  await test.step('tag, set the status of and export several, with undo', async () => {
    const frame = bulkFrame(page);
    const tag = cards.foot.getByRole('button', { name: 'Tag' });
    await tabTo(tag);
    await press(page, 'Enter');
    // Before the menu appears, letters are not keys of the page.
    await page.keyboard.type('to discuss');
    await press(page, 'Enter');
    await cards.expectDone('4 papers tagged to discuss', frame);
    await expect(tag).toBeFocused();
    const status = cards.foot.getByRole('button', { name: 'Status' });
    await tabTo(status);
    await press(page, 'Enter');
    await expect(frame.getByRole('button').first()).toBeFocused();
    await tabTo(frame.getByRole('button', { name: 'Reading' }));
    await press(page, 'Enter');
    await cards.expectDone('4 papers set to Reading', frame);
    await expect(status).toBeFocused();
    await tabTo(cards.foot.getByRole('button', { name: 'Export' }));
    await press(page, 'Enter');
    await expect(frame.getByRole('menuitem', { name: 'BibTeX' })).toBeFocused();
    const downloading = page.waitForEvent('download');
    await press(page, 'Enter');
    const text = await readFile(await (await downloading).path(), 'utf8');
    expect(text.match(/^@/gm)).toHaveLength(4);
    await expect(cards.foot.getByRole('button', { name: 'Export' })).toBeFocused();
    await tabTo(cards.foot.getByRole('button', { name: 'Dismiss' }), 'Shift+Tab');
    await press(page, 'Enter');
    await cards.expectDone('4 papers dismissed');
    await tabTo(page.getByRole('button', { name: 'Undo' }), 'Shift+Tab');
    await press(page, 'Enter');
    await tabTo(cards.foot.getByRole('button', { name: 'Clear' }));
    await press(page, 'Enter');
    await expect(cards.foot).toBeHidden();
    await expect(cards.dismiss(4)).toHaveAttribute('aria-pressed', 'false');
    const { entries } = await storedRows(page);
    const many = entries.filter(({ tags }) => tags.includes('to discuss'));
    expect(many.map(({ status }) => status)).toEqual(Array(4).fill('reading'));
  });
  expectNoPointer();
});

test('opens papers and uses the library page by keyboard alone', async ({
  site,
  papershelf,
  openListing,
  openLibrary,
}) => {
  const { page, cards, expectNoPointer } = await openCards(site, papershelf, openListing);

  await test.step('save three papers, one with a tag', async () => {
    await focusFirstCard(page);
    await press(page, 's', 'j', 's', 'j', 't');
    await expect(panelFrame(page).getByRole('combobox', { name: 'Add tag' })).toBeFocused();
    await page.keyboard.type('vision/video');
    await press(page, 'Enter', 'Escape');
    await expect(cards.bar).toContainText('3 saved');
  });

  await test.step('ignore keys typed in a field of the page', async () => {
    await page.reload();
    await expect(cards.bar).toContainText('3 saved');
    const search = page.locator('input[type=search]');
    await tabTo(search);
    await page.keyboard.type('jkostndx?');
    await expect(search).toHaveValue('jkostndx?');
    await expect(search).toBeFocused();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(cards.bar).toContainText('3 saved');
  });

  await test.step('open a paper and go back', async () => {
    await press(page, 'Tab');
    await focusFirstCard(page);
    await cards.expectFocusOn(0);
    await press(page, 'j', 'o');
    await page.waitForURL(`**/papers/${papers[1]?.id}`);
    await expect(page.getByRole('group', { name: 'Papershelf' })).toBeVisible();
    await page.goBack();
    await expect(cards.bar).toContainText('8 new');
    await focusFirstCard(page);
  });

  await test.step('use the library page', async () => {
    const library = await openLibrary();
    await expect(library.papers).toHaveCount(3);
    await press(library.page, '/');
    await expect(library.searchBox).toBeFocused();
    await library.page.keyboard.type('tag:vision');
    await expect(library.papers).toHaveCount(1);
    // One step each: suggestions, query, focus.
    await press(library.page, 'Escape', 'Escape', 'Escape');
    await expect(library.papers).toHaveCount(3);
    await press(library.page, 'j', 's');
    await expect(library.page.getByText(/^1 paper set to/)).toBeVisible();
    await press(library.page, 'z');
    await expect(library.page.getByText(/^1 paper set to/)).toBeHidden();
    await press(library.page, 'n');
    await expect(library.entry.note).toBeFocused();
    await library.page.keyboard.type('Written by keys.');
    await press(library.page, 'Escape');
    await expect(library.entry.note).not.toBeFocused();
    await press(library.page, '?');
    await expect(library.page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await press(library.page, 'Escape');
    const notes = async () => (await storedRows(library.page)).entries.map(({ note }) => note);
    await expect.poll(notes).toContain('Written by keys.');
  });
  expectNoPointer();
});

test('applies keys changed or disabled in the settings to listings', async ({
  site,
  papershelf,
  openListing,
}) => {
  const expectNoPointer = await forbidPointer(papershelf.context);
  site.serve('/papers', sampleListing({ day: DAY, count: 8 }));
  const settings = await papershelf.context.newPage();
  await settings.goto(papershelf.url('library.html#/settings'));
  await tabTo(settings.getByLabel('Save', { exact: true }));
  await settings.keyboard.type('b');
  await tabTo(settings.getByLabel('Dismiss and move on'));
  await press(settings, 'Delete');

  const { page } = await openListing();
  const cards = new Cards(page);
  await expect(cards.bar).toContainText('8 new');
  await focusFirstCard(page);
  await press(page, 's', 'd');
  await cards.expectFocusOn(0);
  await press(page, 'b');
  await expect(cards.save(0)).toHaveAttribute('aria-pressed', 'true');
  await expect(cards.bar).toContainText('1 saved');
  await expect(cards.dismiss(0)).toHaveAttribute('aria-pressed', 'false');
  await press(page, '?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByRole('row')).toHaveCount(11);
  await expect(sheet.getByRole('row', { name: 'b Save', exact: true })).toBeVisible();

  await settings.bringToFront();
  await tabTo(settings.getByRole('switch', { name: 'Keyboard shortcuts' }), 'Shift+Tab');
  await press(settings, 'Space');
  await page.reload();
  await expect(cards.bar).toContainText('1 saved');
  await press(page, 'j', 'j', 'b', '?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('h3 a:focus')).toHaveCount(0);
  expectNoPointer();
});
