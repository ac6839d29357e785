import type { Page } from '@playwright/test';
import { sampleListing, sampleTitles } from '../fixtures/sample-listing';
import { expect, test } from './support/fixtures';
import { focusFirstCard } from './support/keyboard';
import { layoutShift, watchLayoutShifts } from './support/layout-shifts';
import { bulkFrame } from './support/listing-page';
import { storedRows } from './support/rows';

const DAY = '2026-03-12';
const PATH = `/papers/date/${DAY}`;
const [first, second, third] = sampleTitles;

const bar = (page: Page) => page.getByRole('group', { name: 'Papershelf' });

const topCard = (page: Page) =>
  page.evaluate(() => {
    const cards = [...document.querySelectorAll('article')];
    return cards.findIndex((card) => {
      const { height, bottom } = card.getBoundingClientRect();
      return height > 0 && bottom > 0;
    });
  });

const topOf = (page: Page, card: number) =>
  page
    .locator('article')
    .nth(card)
    .evaluate((element) => element.getBoundingClientRect().top);

test.beforeEach(({ site }) => site.serve(PATH, sampleListing({ day: DAY, count: 24 })));

test('supports all actions by keys alone', async ({ openListing }) => {
  const listing = await openListing(PATH);
  const { page } = listing;
  await expect(bar(page)).toContainText('24 new on your first visit');
  const title = (name: string) => page.locator('h3').getByRole('link', { name });

  await focusFirstCard(page);
  await expect(title(first)).toBeFocused();
  await page.keyboard.press('s');
  await listing.expectSaved(first);
  await page.keyboard.press('j');
  await page.keyboard.press('d');
  await expect(page.getByRole('button', { name: `Dismiss ${second}` })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(title(third)).toBeFocused();
  await page.keyboard.press('t');
  await expect(listing.entry.addTagBox).toBeFocused();
  await page.keyboard.type('just a word');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(title(third)).toBeFocused();
  await page.keyboard.press('n');
  await page.keyboard.type('jot');
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await expect(title(first)).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Escape');
  await expect(title(first)).toBeFocused();
  // Keys are ignored in the page's own field.
  await page.locator('input[type=search]').fill('');
  await page.locator('input[type=search]').pressSequentially('jdsx');
  await expect(page.locator('input[type=search]')).toHaveValue('jdsx');

  await expect
    .poll(async () => (await storedRows(page)).entries.map(({ tags, note }) => [tags, note]))
    .toEqual([
      [[], ''],
      [['just a word'], 'jot'],
    ]);
});

test('dims or hides cards without gaps, and keeps the scroll position', async ({ openListing }) => {
  const { page } = await openListing(PATH);
  await expect(bar(page)).toContainText('24 new');
  await page.getByRole('button', { name: `Dismiss ${first}` }).click();
  await page.getByRole('button', { name: `Dismiss ${second}` }).click();
  const cards = page.locator('article:visible');
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByLabel('Hide').check();
  await expect(cards).toHaveCount(22);
  await expect(bar(page)).toContainText('2 hidden');
  const [card, grid] = [
    await cards.first().boundingBox(),
    await page.locator('.gap-5').boundingBox(),
  ];
  expect([card?.x, card?.y]).toEqual([grid?.x, grid?.y]);

  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Filter' })).toBeFocused();
  await page.mouse.wheel(0, 1000);
  await page.waitForTimeout(300);
  let top = await topCard(page);
  let position = await topOf(page, top);
  await page.keyboard.press('Enter');
  await page.getByLabel('Dim').check();
  await expect(cards).toHaveCount(24);
  expect(await topOf(page, top)).toBe(position);
  top = await topCard(page);
  position = await topOf(page, top);
  await page.getByLabel('Hide').check();
  await expect(cards).toHaveCount(22);
  expect(await topOf(page, top)).toBe(position);

  await page.reload();
  await expect(cards).toHaveCount(22);
});

test('keeps hidden cards hidden in every frame when the page replaces all cards', async ({
  openListing,
}) => {
  const { page } = await openListing(PATH);
  await page.getByRole('button', { name: `Dismiss ${first}` }).click();
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByLabel('Hide').check();
  await expect(page.locator('article:visible')).toHaveCount(23);

  const shown = await page.evaluate(async () => {
    const copies = [...document.querySelectorAll('article')].map((card) => {
      const copy = card.cloneNode(true) as Element;
      for (const own of copy.querySelectorAll('[data-papershelf]')) own.remove();
      return copy;
    });
    document.querySelector('article')?.parentElement?.replaceChildren(...copies);
    const counts: number[] = [];
    for (let frame = 0; frame < 30; frame += 1) {
      await new Promise(requestAnimationFrame);
      counts.push(copies.filter((copy) => copy.getBoundingClientRect().height > 0).length);
    }
    return counts;
  });
  expect(new Set(shown)).toEqual(new Set([23]));
  await expect(page.locator('.ps-card')).toHaveCount(24);
});

test('keeps hidden cards hidden in every frame when the page replaces their contents', async ({
  openListing,
}) => {
  const { page } = await openListing(PATH);
  await page.getByRole('button', { name: `Dismiss ${first}` }).click();
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByLabel('Hide').check();
  await expect(page.locator('article:visible')).toHaveCount(23);

  const shown = await page.evaluate(async () => {
    const cards = [...document.querySelectorAll('article')];
    for (const card of cards) {
      const copy = card.cloneNode(true) as Element;
      for (const own of copy.querySelectorAll('[data-papershelf]')) own.remove();
      card.replaceChildren(...copy.childNodes);
    }
    const counts: number[] = [];
    for (let frame = 0; frame < 30; frame += 1) {
      await new Promise(requestAnimationFrame);
      counts.push(cards.filter((card) => card.getBoundingClientRect().height > 0).length);
    }
    return counts;
  });
  expect(new Set(shown)).toEqual(new Set([23]));
  await expect(page.locator('.ps-card')).toHaveCount(24);
});

test('shows all counts and controls of the bar on a narrow screen', async ({ openListing }) => {
  const listing = await openListing(PATH);
  const { page } = listing;
  await expect(bar(page)).toContainText('24 new');
  await listing.save(first);
  await page.setViewportSize({ width: 320, height: 640 });

  const cut = () =>
    bar(page).evaluate((element) => {
      const edges = element.getBoundingClientRect();
      const counts = element.querySelector('strong')?.parentElement;
      const parts = [...(counts?.children ?? []), ...element.querySelectorAll('button')];
      const isCut = ({ left, right, top, bottom }: DOMRect) =>
        left < edges.left || right > edges.right || top < edges.top || bottom > edges.bottom;
      return parts
        .filter((part) => isCut(part.getBoundingClientRect()))
        .map(({ textContent }) => textContent);
    });
  await expect.poll(cut).toEqual([]);
  for (const count of ['24 papers', '24 new', '1 saved']) {
    await expect(bar(page).getByText(count)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: `Select ${first}` })).toBeVisible();
});

test.describe('with a scrollbar', () => {
  test.use({ scrollbars: true, viewport: { width: 312, height: 640 } });

  test('a narrow window shows the panel beside it', async ({ openListing }) => {
    const listing = await openListing(PATH);
    const { page } = listing;
    const free = await page.evaluate(() => document.documentElement.clientWidth);
    expect(free).toBeLessThan(312);
    await listing.save(first);
    const panel = await listing.openPanel(first);
    await expect(panel.note).toBeVisible();
    const frame = page.locator('.ps-frame').filter({ has: page.locator('[data-view=panel]') });
    expect(await frame.boundingBox()).toMatchObject({ x: 6, width: free - 12 });
  });
});

test('selects a range with Shift, tags it, and undoes that', async ({ openListing }) => {
  const { page } = await openListing(PATH);
  await expect(bar(page)).toContainText('24 new');
  await page.getByRole('button', { name: 'Select', exact: true }).click();
  await page.getByRole('checkbox', { name: `Select ${first}` }).click();
  await page.getByRole('checkbox', { name: `Select ${third}` }).click({ modifiers: ['Shift'] });
  const tools = page.getByRole('group', { name: 'Selected papers' });
  await expect(tools).toContainText('3 selected');
  await tools.getByRole('button', { name: 'Tag', exact: true }).click();
  const frame = bulkFrame(page);
  await frame.getByRole('combobox', { name: 'Add tag' }).fill('to discuss');
  await page.keyboard.press('Enter');
  await expect(frame.getByText('3 papers tagged to discuss')).toBeVisible();
  expect((await storedRows(page)).entries.map(({ tags }) => tags)).toEqual(
    Array.from({ length: 3 }, () => ['to discuss']),
  );
  await frame.getByRole('button', { name: 'Undo' }).click();
  await expect(bar(page)).toContainText('0 saved');
  await tools.getByRole('button', { name: 'All shown' }).click();
  const download = page.waitForEvent('download');
  await tools.getByRole('button', { name: 'Export' }).click();
  await frame.getByRole('menuitem', { name: 'BibTeX' }).click();
  expect((await download).suggestedFilename()).toMatch(/^papershelf-[\d-]+\.bib$/);
});

test('has no layout shift from marks, dimmed cards and the selection bar', async ({
  papershelf,
}) => {
  const page = await papershelf.context.newPage();
  await watchLayoutShifts(page);
  await page.goto(`https://huggingface.co${PATH}`);
  await expect(bar(page)).toContainText('24 new');
  await focusFirstCard(page);
  await page.keyboard.press('x');
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.keyboard.press('d');
  await expect(page.getByText('1 paper dismissed')).toBeVisible();
  await page.waitForTimeout(300);

  expect(await layoutShift(page)).toBe(0);
});
