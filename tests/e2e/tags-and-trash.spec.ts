import type { Page } from '@playwright/test';
import { HOUR_MS } from '../../lib/shared/day';
import { expect, test } from './support/fixtures';
import { type PaperToPut, putPapers } from './support/put-papers';
import { storedRows } from './support/rows';

const tagRow = (page: Page, tag: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('link', { name: tag, exact: true }) });

/** Each listed tag with its number of papers: `a/b 3`. */
const listed = (page: Page) =>
  page
    .getByRole('list', { name: 'Tags' })
    .getByRole('listitem')
    .evaluateAll((rows) =>
      rows.map((row) => {
        const tag = row.querySelector('a')?.getAttribute('aria-label');
        return `${tag} ${row.querySelector('.tag-count')?.textContent}`;
      }),
    );

/** The stored tags of all papers, in the order they were put. */
const storedTags = async (page: Page) =>
  (await storedRows(page)).entries
    .sort((a, b) => a.savedAt - b.savedAt)
    .map(({ tags }) => tags.join(', '));

test.describe('all tags', () => {
  const papers: PaperToPut[] = [
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
    await putPapers(page, papers);
    await page.reload();
    await expect(tagRow(page, 'brain')).toBeVisible();
  });

  test('are a tree with the papers of each counted once, sorted and filtered', async () => {
    await expect
      .poll(() => listed(page))
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
      .poll(async () => (await listed(page)).slice(0, 2))
      .toEqual(['brain 3', 'brain/memory 2']);
    await page.keyboard.press('Escape');
    await page.locator('body').press('/');
    await page.keyboard.type('MOE');
    await expect(page.getByRole('searchbox', { name: 'Filter tags' })).toHaveValue('MOE');
    await expect.poll(() => listed(page)).toEqual(['architecture 2', 'architecture/moe 1']);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'brain/memory' }).click();
    await expect(page.getByRole('searchbox', { name: 'Search papers' })).toHaveValue(
      'tag:brain/memory',
    );
    await expect(page.getByRole('link', { name: 'Paper 2' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Paper 0' })).toBeHidden();
  });

  test('are renamed with those below, merged and undone, by keyboard alone', async () => {
    await page.getByRole('link', { name: 'brain', exact: true }).focus();
    await page.keyboard.press('F2');
    await page.keyboard.type('Neuro');
    await expect(page.getByText('Merges with neuro (1 paper)')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('link', { name: 'brain', exact: true })).toBeFocused();

    await page.keyboard.press('F2');
    await page.keyboard.type('neuro');
    await page.keyboard.press('Enter');
    await expect(page.getByText('brain merged into neuro, on 3 papers')).toBeVisible();
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

  test('that differ by case only are made one', async () => {
    await page.getByRole('button', { name: 'Merge Brain into brain' }).click();
    await expect(page.getByText('Brain merged into brain, on 1 paper')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Merge Brain into brain' })).toBeHidden();
    await expect.poll(async () => (await storedTags(page))[2]).toBe('brain, brain/memory');
  });

  test('are deleted and brought back, one and several, and others see it', async ({ context }) => {
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(tagRow(other, 'NLP')).toBeVisible();
    await page.bringToFront();
    await page.getByRole('link', { name: 'NLP' }).focus();
    await page.keyboard.press('Delete');
    await expect(page.getByText('NLP deleted from 1 paper')).toBeVisible();
    await expect(tagRow(page, 'NLP')).toBeHidden();
    await expect(tagRow(other, 'NLP')).toBeHidden();
    await expect(page.getByRole('link', { name: 'neuro', exact: true })).toBeFocused();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(tagRow(other, 'NLP')).toBeVisible();

    await page.getByRole('checkbox', { name: 'Select architecture', exact: true }).check();
    await page.getByRole('checkbox', { name: 'Select brain', exact: true }).check();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(page.getByText('2 tags deleted from 3 papers')).toBeVisible();
    await expect.poll(() => storedTags(page)).toEqual(['', '', '', 'NLP', 'neuro', '']);
    await page.bringToFront();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(tagRow(page, 'architecture')).toContainText('2');
    await expect.poll(() => storedTags(page)).toEqual(before);
  });

  test('several become one', async () => {
    await page.getByRole('checkbox', { name: 'Select neuro' }).check();
    await page.getByRole('checkbox', { name: 'Select NLP' }).check();
    await page.getByRole('button', { name: 'Merge…' }).click();
    await page.keyboard.type('brain');
    await expect(page.getByText('Merges with brain (3 papers) · Changes 2 papers')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByText('2 tags merged into brain, on 2 papers')).toBeVisible();
    await expect(tagRow(page, 'brain')).toContainText('5');
    await expect
      .poll(async () => (await storedTags(page)).slice(3))
      .toEqual(['brain', 'brain', '']);
  });
});

test('10,000 tags are filtered and renamed without waiting', async ({ papershelf }) => {
  test.setTimeout(120_000);
  const page = await papershelf.context.newPage();
  await page.goto(papershelf.url('library.html#/tags'));
  await expect(page.getByText('No tags yet.')).toBeVisible();
  await putPapers(
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
  await expect(page.getByText('group 99/topic 9999 is now group 1/last, on 1 paper')).toBeVisible();
});

test.describe('the trash', () => {
  let page: Page;
  test.beforeEach(async ({ papershelf }) => {
    page = await papershelf.context.newPage();
    await page.goto(papershelf.url('library.html#/trash'));
    await expect(page.getByText('The trash is empty.')).toBeVisible();
    await putPapers(
      page,
      Array.from({ length: 6 }, (_, index) => ({
        title: `Paper ${index}`,
        tags: ['kept'],
        note: index === 1 ? '# Why\nStill wanted.' : '',
        // The first is in the library.
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

  test('lists what was removed, the last first, and gives it back', async () => {
    await expect.poll(inTrash).toEqual([1, 2, 3, 4, 5].map((number) => `Paper ${number}`));
    const first = page.getByRole('listitem').filter({ hasText: 'Paper 1' });
    await expect(first).toContainText('Removed 1 hour ago');
    await expect(first).toContainText('Note: Why');
    await expect(first).toContainText('kept');

    await first.getByRole('button', { name: 'Restore Paper 1' }).press('Enter');
    await expect(page.getByText('1 paper is back in the library')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Paper 2' })).toBeFocused();
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page
      .getByRole('group', { name: 'The selected papers' })
      .getByRole('button', { name: 'Restore' })
      .click();
    await expect(page.getByText('2 papers are back in the library')).toBeVisible();
    await expect.poll(inTrash).toEqual(['Paper 4', 'Paper 5']);
    await page.getByRole('button', { name: 'Restore all' }).click();
    await expect(page.getByText('The trash is empty.')).toBeVisible();
    await expect.poll(stored).toEqual([0, 1, 2, 3, 4, 5].map((number) => `${number} saved`));
    await page.bringToFront();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('link', { name: 'Paper 5' })).toBeVisible();
    await expect.poll(inTrash).toEqual(['Paper 4', 'Paper 5']);
  });

  test('is emptied once asked, and can be filled again', async () => {
    const before = (await storedRows(page)).entries;
    await page.bringToFront();
    await page.getByRole('button', { name: 'Empty trash' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete 5 papers for good?' });
    await expect(dialog).toContainText('Their notes, tags and ratings go with them.');
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

  test('deletes for good what is selected alone', async () => {
    await page.getByRole('checkbox', { name: 'Select Paper 2' }).check();
    await page.getByRole('checkbox', { name: 'Select Paper 4' }).click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await expect(page.getByText('3 papers deleted for good')).toBeVisible();
    await expect.poll(stored).toEqual(['0 saved', '1 removed', '5 removed']);
    await page.bringToFront();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('link', { name: 'Paper 4' })).toBeVisible();
    await expect.poll(stored).toEqual(allButFirstRemoved);
  });
});
