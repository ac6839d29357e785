import { addDays } from '../../lib/shared/calendar';
import { dayOf, type Day } from '../../lib/shared/day';
import { DailyListSettings } from './support/daily-list-settings';
import { expect, test } from './support/daily-fetch-fixtures';
import type { Site } from './support/site';

const today = dayOf(Date.now());
const yesterday = addDays(today, -1);

const pathOf = (day: Day): string => `/api/daily_papers?date=${day}&limit=100`;

function serveDay(site: Site, day: Day, papers: number): void {
  const items = Array.from({ length: papers }, (_, index) => {
    const id = `2611.${day.slice(8)}${String(index).padStart(3, '0')}`;
    const title = `Listed on ${day}, number ${index + 1}`;
    const submittedOnDailyAt = `${day}T00:00:00.000Z`;
    return {
      paper: { id, title, upvotes: papers - index, submittedOnDailyAt, authors: [] },
      title,
    };
  });
  const body = JSON.stringify(items);
  site.serve(pathOf(day), { body, contentType: 'application/json' });
}

const apiRequests = (site: Site): string[] =>
  site.requests.filter((path) => path.startsWith('/api/'));

test('makes no request while switched off', async ({
  papershelf,
  site,
  openSampleListing,
  openPopup,
  killWorker,
}) => {
  const listing = await openSampleListing();
  await openPopup();
  const settings = await DailyListSettings.open(papershelf);
  await expect(settings.section.getByRole('radio', { name: 'Off' })).toBeChecked();
  await expect(settings.fetchNow).toHaveCount(0);
  await killWorker();
  await listing.page.reload();
  await listing.page.waitForTimeout(1_000);
  expect(apiRequests(site)).toEqual([]);
  expect(site.blockedRequests).toEqual([]);
  expect(await settings.alarms()).toEqual([]);
  await settings.expectBadge('', 'Papershelf');
});

test('fetches the list when switched on, and counts missed papers until switched off', async ({
  papershelf,
  site,
}) => {
  serveDay(site, yesterday, 2);
  serveDay(site, today, 12);
  const settings = await DailyListSettings.open(papershelf);
  await settings.choose('Once a day');
  await expect(settings.section).toContainText('Last fetched just now · 12 papers on');
  expect(apiRequests(site)).toEqual([pathOf(yesterday), pathOf(today)]);
  // Unseen papers of both days.
  await settings.expectBadge('14', 'Papershelf: 14 new papers');
  await expect.poll(() => settings.alarms()).toEqual(['daily-fetch']);

  const digest = await papershelf.context.newPage();
  await digest.goto(papershelf.url('library.html#/digest'));
  await expect(digest.getByRole('link', { name: 'Digest 14' })).toBeVisible();
  await expect(digest.getByRole('status').getByText('14 papers')).toBeVisible();
  await digest.close();

  serveDay(site, today, 13);
  await settings.fetchNow.click();
  await settings.expectBadge('15', 'Papershelf: 15 new papers');
  expect(apiRequests(site)).toEqual([pathOf(yesterday), pathOf(today), pathOf(today)]);

  await settings.choose('Off');
  await settings.expectBadge('', 'Papershelf');
  await expect(settings.fetchNow).toHaveCount(0);
  await expect.poll(() => settings.alarms()).toEqual([]);
  const before = apiRequests(site).length;
  await papershelf.killWorker();
  await settings.page.reload();
  await settings.page.waitForTimeout(1_000);
  expect(apiRequests(site)).toHaveLength(before);
  expect(site.blockedRequests).toEqual([]);
});

test('waits as long as the site asks, and shows that', async ({ papershelf, site }) => {
  site.serve(pathOf(yesterday), { body: '', status: 429, headers: { 'Retry-After': '3600' } });
  const settings = await DailyListSettings.open(papershelf);
  await settings.choose('Twice a day');
  await expect(settings.section).toContainText(
    'huggingface.co asked Papershelf to wait for a while.',
  );
  await expect(settings.section).toContainText('You can fetch again at');
  await expect(settings.fetchNow).toBeDisabled();
  await settings.fetchNow.click({ force: true });
  await papershelf.killWorker();
  await settings.page.reload();
  await settings.page.waitForTimeout(1_000);
  expect(apiRequests(site)).toEqual([pathOf(yesterday)]);
});

test('resumes after the worker was killed during a request', async ({ papershelf, site }) => {
  serveDay(site, yesterday, 2);
  serveDay(site, today, 3);
  site.serve(pathOf(today), { body: '[]', delayMs: 20_000 });
  const settings = await DailyListSettings.open(papershelf);
  await settings.choose('Once a day');
  await expect.poll(() => apiRequests(site)).toContain(pathOf(today));
  await papershelf.killWorker();
  serveDay(site, today, 3);
  await settings.page.reload();
  await settings.page.waitForTimeout(1_000);
  // Not at once, which could get it killed again and again.
  expect(apiRequests(site)).toEqual([pathOf(yesterday), pathOf(today)]);
  await settings.fetchNow.click();
  await settings.expectBadge('5', 'Papershelf: 5 new papers');
  expect(apiRequests(site).slice(2)).toEqual([pathOf(today)]);
});

test('notifies once a day when switched on', async ({ papershelf, site }) => {
  serveDay(site, yesterday, 2);
  serveDay(site, today, 4);
  const settings = await DailyListSettings.open(papershelf);
  await settings.choose('Once a day');
  await expect(settings.section).toContainText('Last fetched just now');
  expect(await settings.notifications()).toBe(0);
  await settings.notify.click();
  await expect(settings.notify).toBeChecked();
  await settings.fetchNow.click();
  await expect.poll(() => settings.notifications()).toBe(1);
});
