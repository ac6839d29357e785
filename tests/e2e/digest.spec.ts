import { readFile } from 'node:fs/promises';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { DAY_MS } from '../../lib/shared/day';
import { DigestPage } from './support/digest-page';
import { expect, test } from './support/fixtures';
import type { MissedPaperSeed } from './support/seed-missed-papers';
import { storedRows } from './support/rows';

const PAPERS: readonly MissedPaperSeed[] = [
  { title: 'Quiet today', daysAgo: 0, upvotes: 3 },
  { title: 'Loved today', daysAgo: 0, upvotes: 90, upvotesYesterday: 88 },
  { title: 'Rising today', daysAgo: 0, upvotes: 40, upvotesYesterday: 5 },
  {
    title: 'Two days old',
    daysAgo: 2,
    upvotes: 7,
    authors: ['Ada Quill', 'Bo Leaf', 'Cy Spine'],
    organization: { slug: 'shelf', name: 'Shelf Lab' },
    aiSummary: 'Shelves, *summarized*.',
  },
  { title: 'Older than the visit', daysAgo: 20, upvotes: 12 },
];

function heading(daysAgo: number): string {
  const day = new Date(Date.now() - daysAgo * DAY_MS);
  return new Intl.DateTimeFormat('en-US', {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(day);
}

test('lists papers missed since the last visit by day, sorted by upvotes or rise', async ({
  papershelf,
}) => {
  const digest = await DigestPage.openWith(papershelf, PAPERS, 3);
  const { page } = digest;

  await expect.poll(() => digest.days.allTextContents()).toEqual([heading(0), heading(2)]);
  await expect
    .poll(() => digest.titles())
    .toEqual(['Loved today', 'Rising today', 'Quiet today', 'Two days old']);
  await expect(digest.place).toHaveText('Digest4');
  await expect(digest.row('Rising today')).toContainText('+35 in 7 days');
  await expect(digest.row('Two days old')).toContainText('Quill, Leaf +1Shelf Lab');
  await expect(digest.row('Two days old')).toContainText('Shelves, *summarized*.');

  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Rising fastest');
  const firstThree = async () => (await digest.titles()).slice(0, 3);
  await expect.poll(firstThree).toEqual(['Rising today', 'Loved today', 'Quiet today']);
  await page.reload();
  await expect(digest.days.first()).toBeVisible();
  await expect.poll(firstThree).toEqual(['Rising today', 'Loved today', 'Quiet today']);

  await page.getByRole('radio', { name: '30 days' }).check();
  await expect(digest.row('Older than the visit')).toBeVisible();
});

test('keeps handled papers dimmed until the digest is left, and undoes each action', async ({
  papershelf,
}) => {
  const digest = await DigestPage.openWith(papershelf, PAPERS, 3);
  const { page } = digest;
  const before = await digest.titles();
  const entries = async () => (await storedRows(page)).entries;

  await digest.row('Quiet today').getByRole('button', { name: 'Dismiss' }).click();
  await digest.expectHandled('Quiet today');
  await digest.undo.click();
  await digest.expectHandled('Quiet today', false);
  await digest.row('Quiet today').getByRole('button', { name: 'Dismiss' }).click();
  await digest.row('Quiet today').getByRole('button', { name: 'Undo dismissing' }).click();
  await digest.expectHandled('Quiet today', false);
  await digest.row('Quiet today').getByRole('button', { name: 'Dismiss' }).click();
  await digest.expectHandled('Quiet today');

  const loved = digest.row('Loved today');
  await loved.getByRole('button', { name: 'Save Loved today' }).click();
  await digest.expectHandled('Loved today');
  await digest.undo.click();
  await digest.expectHandled('Loved today', false);
  await expect.poll(entries).toEqual([]);
  await loved.getByRole('button', { name: 'Save Loved today' }).click();
  await loved.getByRole('radio', { name: 'Reading' }).check();
  await loved.getByRole('combobox', { name: 'Add tag' }).fill('vision/video');
  await loved.getByRole('combobox', { name: 'Add tag' }).press('Enter');
  await expect(loved.getByRole('button', { name: 'Remove tag vision/video' })).toBeVisible();
  await expect.poll(entries).toMatchObject([{ status: 'reading', tags: ['vision/video'] }]);

  await expect.poll(() => digest.titles()).toEqual(before);
  await digest.expectCount('2 of 4 left');
  await expect(digest.place).toHaveText('Digest2');
  await page.getByRole('link', { name: 'All tags' }).click();
  await digest.place.click();
  await expect.poll(() => digest.titles()).toEqual(['Rising today', 'Two days old']);

  await page.getByRole('button', { name: 'Mark all as seen' }).click();
  await digest.expectCount('0 of 2 left');
  await digest.undo.click();
  await digest.expectCount('2 papers');
  await page.getByRole('button', { name: 'Mark all as seen' }).click();
  await expect(digest.place).toHaveText('Digest');
  await page.reload();
  await expect(page.getByText('You’re all caught up on the pages you opened.')).toBeVisible();
  await page.getByRole('link', { name: 'turn on the daily list' }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('works by keys, which can be changed in the settings', async ({ papershelf }) => {
  const digest = await DigestPage.openWith(papershelf, PAPERS, 3);
  const { page } = digest;
  const { keyboard } = page;
  const focused = (title: string) =>
    expect(page.getByRole('link', { name: title, exact: true })).toBeFocused();

  await keyboard.press('j');
  await focused('Loved today');
  await keyboard.press('d');
  await focused('Rising today');
  await digest.expectHandled('Loved today');
  await keyboard.press('z');
  await digest.expectHandled('Loved today', false);
  await keyboard.press('k');
  await focused('Loved today');

  // Typed without waiting: no letter of the tag may act as a key.
  await keyboard.press('t');
  await keyboard.type('dsn');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await focused('Loved today');
  await expect(
    digest.row('Loved today').getByRole('button', { name: 'Remove tag dsn' }),
  ).toBeVisible();
  await keyboard.press('j');
  await keyboard.press('s');
  await digest.expectHandled('Rising today');
  await keyboard.press('j');
  await keyboard.press('n');
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await keyboard.type('worth it');
  await keyboard.press('Escape');
  await focused('Quiet today');
  await keyboard.press('j');
  await keyboard.press('o');
  await expect(page.getByRole('heading', { level: 2, name: 'Two days old' })).toBeVisible();
  await keyboard.press('Escape');
  await focused('Two days old');
  // Opening marks it as seen.
  await digest.expectHandled('Two days old');
  await expect
    .poll(async () => {
      const { entries } = await storedRows(page);
      return entries.map(({ tags, note }) => [...tags, note]).toSorted();
    })
    .toEqual([[''], ['dsn', ''], ['worth it']]);

  await page.goto(papershelf.url('library.html#/settings'));
  await page.getByRole('textbox', { name: 'Dismiss and move on' }).fill('q');
  await page.goto(papershelf.url('library.html#/digest'));
  await page.getByRole('radio', { name: '30 days' }).check();
  await expect(digest.row('Older than the visit')).toBeVisible();
  await page.getByRole('radio', { name: '30 days' }).blur();
  await keyboard.press('j');
  await focused('Older than the visit');
  await keyboard.press('d');
  await keyboard.press('?');
  await expect(page.getByRole('row', { name: 'q Dismiss and move on' })).toBeVisible();
  await keyboard.press('Escape');
  await digest.expectHandled('Older than the visit', false);
  await digest.row('Older than the visit').getByRole('link').first().focus();
  await keyboard.press('q');
  await digest.expectHandled('Older than the visit');
});

test('accepts a note while the paper is being saved', async ({ papershelf }) => {
  const digest = await DigestPage.openWith(papershelf, PAPERS, 3);
  const { page } = digest;
  const note = page.getByRole('textbox', { name: 'Note' });
  await page.keyboard.press('j');
  await page.keyboard.press('n');
  // Each letter is a key of the digest.
  await page.keyboard.type('dsj to do');
  await expect(note).toHaveValue('dsj to do');
  await expect(note).toBeFocused();
  await expect
    .poll(async () => (await storedRows(page)).entries)
    .toMatchObject([{ note: 'dsj to do' }]);
  await digest.expectCount('3 of 4 left');

  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('n');
  await page.keyboard.type('so');
  await page.keyboard.press('Escape');
  await expect
    .poll(async () => (await storedRows(page)).entries.map(({ note }) => note).toSorted())
    .toEqual(['dsj to do', 'so']);
  await digest.expectCount('2 of 4 left');
});

test('exports Markdown without dismissed papers', async ({ papershelf }) => {
  const digest = await DigestPage.openWith(papershelf, PAPERS, 3);
  const { page } = digest;
  await page.getByRole('radio', { name: 'Since last visit' }).check();
  await expect.poll(() => digest.titles()).not.toContain('Older than the visit');
  await digest.row('Quiet today').getByRole('button', { name: 'Dismiss' }).click();
  await digest.expectHandled('Quiet today');

  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as Markdown' }).click();
  const download = await started;

  const today = new Date().toISOString().slice(0, 10);
  expect(download.suggestedFilename()).toBe(`papershelf-digest-${today}.md`);
  const nodes = fromMarkdown(await readFile(await download.path(), 'utf8')).children;
  const headings = nodes.flatMap((node) =>
    node.type === 'heading' ? [`${node.depth} ${textOf(node)}`] : [],
  );
  const weekday = (daysAgo: number) => heading(daysAgo).replace(/,.*/, '');
  const dayOf = (daysAgo: number) =>
    new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10);
  expect(headings).toEqual([
    `1 Papers listed since ${dayOf(3)}`,
    `2 ${weekday(0)}, ${dayOf(0)}`,
    '3 Loved today',
    '3 Rising today',
    `2 ${weekday(2)}, ${dayOf(2)}`,
    '3 Two days old',
  ]);
  expect(nodes.map(textOf)).toContain('AI summary. Shelves, *summarized*.');
});

test('prints a plain list with URLs', async ({ papershelf }) => {
  const digest = await DigestPage.openWith(papershelf, PAPERS, 3);
  const { page } = digest;
  await digest.row('Quiet today').getByRole('button', { name: 'Dismiss' }).click();
  await digest.expectHandled('Quiet today');

  // The outline contains the printed headings, uncompressed.
  const pdf = (await page.pdf({ tagged: true, outline: true })).toString('latin1');
  const outline = [...pdf.matchAll(/\/Title \(([^)]*)\)/g)].map(([, title]) => title);
  expect(outline).toContain('Loved today');
  expect(outline).toContain('Two days old');
  expect(outline).not.toContain('Quiet today');
  expect(outline).not.toContain('No paper is open.');
  expect(pdf).toContain('/URI (https://huggingface.co/papers/2609.00001)');

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('huggingface.co/papers/2609.00001')).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeHidden();
  await expect(digest.days).toHaveText([heading(0), heading(2)]);
});

test('does not print a day whose papers were all dismissed', async ({ papershelf }) => {
  const digest = await DigestPage.openWith(papershelf, PAPERS, 3);
  const { page } = digest;
  const none = page.getByText('All of these papers were dismissed.');
  const dismiss = async (title: string): Promise<void> => {
    await digest.row(title).getByRole('button', { name: 'Dismiss' }).click();
    await digest.expectHandled(title);
  };
  await dismiss('Two days old');
  await page.emulateMedia({ media: 'print' });
  await expect(digest.days).toHaveText([heading(0)]);
  await expect(none).toBeHidden();

  await page.emulateMedia({ media: 'screen' });
  await expect(digest.days).toHaveText([heading(0), heading(2)]);
  for (const title of ['Loved today', 'Rising today', 'Quiet today']) await dismiss(title);
  await expect(none).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(none).toBeVisible();
  await expect(digest.days).toHaveCount(0);
});

/** The visible text of a Markdown node. */
function textOf(node: object): string {
  if ('children' in node) return (node.children as object[]).map(textOf).join('');
  return 'value' in node ? String(node.value) : '';
}
