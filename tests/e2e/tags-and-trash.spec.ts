import type { Page } from '@playwright/test';
import { HOUR_MS } from '../../lib/shared/day';
import { expect, test } from './support/fixtures';
import { type PaperSeed, seedPapers } from './support/seed-papers';
import { storedRows } from './support/rows';

const tagRow = (page: Page, tag: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name: tag, exact: true }) });

/** The listed tags with their numbers of papers: `a/b 3`. */
const listedTags = (page: Page) =>
  page
    .getByRole('list', { name: 'Tags' })
    .getByRole('listitem')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const tag = row.querySelector('a')?.getAttribute('aria-label');
        return `${tag} ${row.querySelector('.tag-count')?.textContent}`;
      }),
    );

/** The stored tags of all papers, in seeding order. */
const storedTags = async (page: Page) =>
  (await storedRows(page)).entries
    .sort((a, b) => a.savedAt - b.savedAt)
    .map(({ tags }) => tags.join(', '));

test.describe('the tags view', () => {
  const papers: PaperSeed[] = [
    ['brain', 'architecture/ssm'],
    ['brain/memory', 'architecture/moe'],
    ['Brain', 'brain/memory'],
    ['NLP'],
    ['neuro'],
    [],
  ].map((tags, index) => ({ title: `Paper ${index}`, tags }));
  const before = papers.map(({ tags }) => tags?.join(', '));

  let page: Page;
  test.beforeEach(async ({ papershelf }) => {
    page = await papershelf.context.newPage();
    await page.goto(papershelf.url('library.html#/tags'));
    await expect(page.getByText('No tags yet.')).toBeVisible();
    await seedPapers(page, papers);
    await page.reload();
    await expect(tagRow(page, 'brain')).toBeVisible();
  });

  test('lists tags as a tree with their numbers of papers, sorted and filtered', async () => {
    await expect
      .poll(() => listedTags(page))
      .toEqual([
        'architecture 2',
        'architecture/moe 1',
        'architecture/ssm 1',
        'brain 3',
        'brain/memory 2',
        'neuro 1',
        'NLP 1',
      ]);
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Most papers');
    await expect
      .poll(async () => (await listedTags(page)).slice(0, 2))
      .toEqual(['brain 3', 'brain/memory 2']);
    await page.keyboard.press('Escape');
    await page.locator('body').press('/');
    await page.keyboard.type('MOE');
    await expect(page.getByRole('searchbox', { name: 'Filter tags' })).toHaveValue('MOE');
    await expect.poll(() => listedTags(page)).toEqual(['architecture 2', 'architecture/moe 1']);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'brain/memory' }).click();
    await expect(page.getByRole('searchbox', { name: 'Search papers' })).toHaveValue(
      'tag:brain/memory',
    );
    await expect(page.getByRole('link', { name: 'Paper 2' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Paper 0' })).toBeHidden();
  });

  test('renames, merges and undoes by keyboard alone, including subtags', async () => {
    await page.getByRole('link', { name: 'brain', exact: true }).focus();
    await page.keyboard.press('F2');
    await page.keyboard.type('Neuro');
    await expect(page.getByText('Merges with neuro (1 paper)')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('link', { name: 'brain', exact: true })).toBeFocused();

    await page.keyboard.press('F2');
    await page.keyboard.type('neuro');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Merged brain into neuro on 3 papers')).toBeVisible();
    await expect(page.getByRole('link', { name: 'neuro', exact: true })).toBeFocused();
    await expect
      .poll(() => storedTags(page))
      .toEqual([
        'neuro, architecture/ssm',
        'neuro/memory, architecture/moe',
        'neuro, neuro/memory',
        'NLP',
        'neuro',
        '',
      ]);
    await page.bringToFront();
    await page.keyboard.press('z');
    await expect(tagRow(page, 'brain')).toContainText('3');
    await expect.poll(() => storedTags(page)).toEqual(before);
  });

  test('merges tags that differ only in case', async () => {
    await page.getByRole('button', { name: 'Merge Brain into brain' }).click();
    await expect(page.getByText('Merged Brain into brain on 1 paper')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Merge Brain into brain' })).toBeHidden();
    await expect.poll(async () => (await storedTags(page))[2]).toBe('brain, brain/memory');
  });

  test('deletes one or several tags, undoes it, and updates other tabs', async ({ context }) => {
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(tagRow(other, 'NLP')).toBeVisible();
    await page.bringToFront();
    await page.getByRole('link', { name: 'NLP' }).focus();
    await page.keyboard.press('Delete');
    await expect(page.getByText('Deleted NLP from 1 paper')).toBeVisible();
    await expect(tagRow(page, 'NLP')).toBeHidden();
    await expect(tagRow(other, 'NLP')).toBeHidden();
    await expect(page.getByRole('link', { name: 'neuro', exact: true })).toBeFocused();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(tagRow(other, 'NLP')).toBeVisible();

    await page.getByRole('checkbox', { name: 'Select architecture', exact: true }).check();
    await page.getByRole('checkbox', { name: 'Select brain', exact: true }).check();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(page.getByText('Deleted 2 tags from 3 papers')).toBeVisible();
    await expect.poll(() => storedTags(page)).toEqual(['', '', '', 'NLP', 'neuro', '']);
    await page.bringToFront();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(tagRow(page, 'architecture')).toContainText('2');
    await expect.poll(() => storedTags(page)).toEqual(before);
  });

  test('merges several tags', async () => {
    await page.getByRole('checkbox', { name: 'Select neuro' }).check();
    await page.getByRole('checkbox', { name: 'Select NLP' }).check();
    await page.getByRole('button', { name: 'Merge…' }).click();
    await page.keyboard.type('brain');
    await expect(page.getByText('Merges with brain (3 papers) · Changes 2 papers')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Merged 2 tags into brain on 2 papers')).toBeVisible();
    await expect(tagRow(page, 'brain')).toContainText('5');
    await expect
      .poll(async () => (await storedTags(page)).slice(3))
      .toEqual(['brain', 'brain', '']);
  });
});

test('filters and renames 10,000 tags', async ({ papershelf }) => {
  test.setTimeout(120_000);
  const page = await papershelf.context.newPage();
  await page.goto(papershelf.url('library.html#/tags'));
  await expect(page.getByText('No tags yet.')).toBeVisible();
  await seedPapers(
    page,
    Array.from({ length: 10_000 }, (_, index) => ({
      title: `Paper ${index}`,
      tags: [`group ${index % 100}/topic ${index}`],
    })),
  );
  await page.reload();
  await expect(page.getByText('10,100 tags')).toBeVisible();
  expect(await page.getByRole('listitem').count()).toBeLessThan(200);
  await page.getByRole('searchbox', { name: 'Filter tags' }).fill('topic 9999');
  await expect(page.getByText('2 of 10,100 tags')).toBeVisible();
  await page.getByRole('button', { name: 'Rename group 99/topic 9999' }).click();
  await page.keyboard.type('group 1/last');
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('Renamed group 99/topic 9999 to group 1/last on 1 paper'),
  ).toBeVisible();
});

test.describe('the trash view', () => {
  let page: Page;
  test.beforeEach(async ({ papershelf }) => {
    page = await papershelf.context.newPage();
    await page.goto(papershelf.url('library.html#/trash'));
    await expect(page.getByText('The trash is empty.')).toBeVisible();
    await seedPapers(
      page,
      Array.from({ length: 6 }, (_, index) => ({
        title: `Paper ${index}`,
        tags: ['kept'],
        note: index === 1 ? '# Why\nStill wanted.' : '',
        // The first is not in the trash.
        removedAt: index === 0 ? 0 : Date.now() - index * HOUR_MS - 1000,
      })),
    );
    await page.reload();
    await expect(page.getByRole('link', { name: 'Paper 1' })).toBeVisible();
  });

  const inTrash = () =>
    page.getByRole('list', { name: 'Removed papers' }).getByRole('heading').allTextContents();
  const stored = async () =>
    (await storedRows(page)).entries
      .map(
        ({ paperId, removedAt }) =>
          `${Number(paperId.slice(-5))} ${removedAt > 0 ? 'removed' : 'saved'}`,
      )
      .sort();
  const allButFirstRemoved = ['0 saved', ...[1, 2, 3, 4, 5].map((number) => `${number} removed`)];

  test('lists removed papers, the last first, and restores them', async () => {
    await expect.poll(inTrash).toEqual([1, 2, 3, 4, 5].map((number) => `Paper ${number}`));
    const first = page.getByRole('listitem').filter({ hasText: 'Paper 1' });
    await expect(first).toContainText('Removed 1 hour ago');
    await expect(first).toContainText('Note: Why');
    await expect(first).toContainText('kept');

    await first.getByRole('button', { name: 'Restore Paper 1' }).press('Enter');
    await expect(page.getByText('1 paper restored')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Paper 2' })).toBeFocused();
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page
      .getByRole('group', { name: 'Selected papers' })
      .getByRole('button', { name: 'Restore' })
      .click();
    await expect(page.getByText('2 papers restored')).toBeVisible();
    await expect.poll(inTrash).toEqual(['Paper 4', 'Paper 5']);
    await page.getByRole('button', { name: 'Restore all' }).click();
    await expect(page.getByText('The trash is empty.')).toBeVisible();
    await expect.poll(stored).toEqual([0, 1, 2, 3, 4, 5].map((number) => `${number} saved`));
    await page.bringToFront();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('link', { name: 'Paper 5' })).toBeVisible();
    await expect.poll(inTrash).toEqual(['Paper 4', 'Paper 5']);
  });

  test('asks before emptying the trash, and undoes it', async () => {
    const before = (await storedRows(page)).entries;
    await page.bringToFront();
    await page.getByRole('button', { name: 'Empty trash' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete 5 papers forever?' });
    await expect(dialog).toContainText('Their notes, tags and ratings are deleted too.');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'Empty trash' })).toBeFocused();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Empty trash' }).click();
    await expect(page.getByText('The trash is empty.')).toBeVisible();
    await expect.poll(stored).toEqual(['0 saved']);
    await page.bringToFront();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('link', { name: 'Paper 5' })).toBeVisible();
    await expect.poll(async () => (await storedRows(page)).entries).toEqual(before);
  });

  test('permanently deletes only the selected papers', async () => {
    await page.getByRole('checkbox', { name: 'Select Paper 2' }).check();
    await page.getByRole('checkbox', { name: 'Select Paper 4' }).click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: 'Delete forever' }).click();
    await expect(page.getByText('3 papers deleted')).toBeVisible();
    await expect.poll(stored).toEqual(['0 saved', '1 removed', '5 removed']);
    await page.bringToFront();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('link', { name: 'Paper 4' })).toBeVisible();
    await expect.poll(stored).toEqual(allButFirstRemoved);
  });
});
