import { addDays } from '../../lib/shared/calendar';
import { dayOf, type Day } from '../../lib/shared/day';
import { DailyListSettings } from './support/daily-list-settings';
import { expect, test } from './support/daily-fetch-fixtures';
import type { Site } from './support/site';

const today = dayOf(Date.now());
const yesterday = addDays(today, -1);

const addressOf = (day: Day): string => `/api/daily_papers?date=${day}&limit=100`;

/** Has the site list so many papers on a day. */
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
  site.serve(addressOf(day), { body, contentType: 'application/json' });
}

const asked = (site: Site): string[] => site.requests.filter((path) => path.startsWith('/api/'));

test('makes not one request while it is off', async ({
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
  await listing.page.waitForTimeout(4_000);
  expect(asked(site)).toEqual([]);
  expect(site.strays).toEqual([]);
  expect(await settings.alarms()).toEqual([]);
  await settings.expectBadge('', 'Papershelf');
});

test('fetches the list when it is switched on, and counts what was missed until it is off', async ({
  papershelf,
  site,
}) => {
  serveDay(site, yesterday, 2);
  serveDay(site, today, 12);
  const settings = await DailyListSettings.open(papershelf);
  await settings.choose('Once a day');
  await expect(settings.section).toContainText('Last fetched just now · 12 papers on');
  expect(asked(site)).toEqual([addressOf(yesterday), addressOf(today)]);
  // There was no visit before, so it counts from today.
  await settings.expectBadge('12', 'Papershelf: 12 new papers');
  await expect.poll(() => settings.alarms()).toEqual(['daily-fetch']);

  const digest = await papershelf.context.newPage();
  await digest.goto(papershelf.url('library.html#/digest'));
  await expect(digest.getByRole('link', { name: 'Digest 12' })).toBeVisible();
  await expect(digest.getByRole('status').getByText('12 papers')).toBeVisible();
  await digest.close();

  serveDay(site, today, 13);
  await settings.fetchNow.click();
  await settings.expectBadge('13', 'Papershelf: 13 new papers');
  expect(asked(site)).toEqual([addressOf(yesterday), addressOf(today), addressOf(today)]);

  await settings.choose('Off');
  await settings.expectBadge('', 'Papershelf');
  await expect(settings.fetchNow).toHaveCount(0);
  await expect.poll(() => settings.alarms()).toEqual([]);
  const before = asked(site).length;
  await papershelf.killWorker();
  await settings.page.reload();
  await settings.page.waitForTimeout(4_000);
  expect(asked(site)).toHaveLength(before);
  expect(site.strays).toEqual([]);
});

test('lets the site be for as long as it asks, and says so', async ({ papershelf, site }) => {
  site.serve(addressOf(yesterday), { body: '', status: 429, headers: { 'Retry-After': '3600' } });
  const settings = await DailyListSettings.open(papershelf);
  await settings.choose('Twice a day');
  await expect(settings.section).toContainText('huggingface.co asked to wait for a while.');
  await expect(settings.section).toContainText('The next request is possible at');
  await expect(settings.fetchNow).toBeDisabled();
  await settings.fetchNow.click({ force: true });
  await papershelf.killWorker();
  await settings.page.reload();
  await settings.page.waitForTimeout(3_000);
  expect(asked(site)).toEqual([addressOf(yesterday)]);
});

test('goes on after the worker was killed over an answer', async ({ papershelf, site }) => {
  serveDay(site, yesterday, 2);
  serveDay(site, today, 3);
  site.serve(addressOf(today), { body: '[]', delayMs: 20_000 });
  const settings = await DailyListSettings.open(papershelf);
  await settings.choose('Once a day');
  await expect.poll(() => asked(site)).toContain(addressOf(today));
  await papershelf.killWorker();
  serveDay(site, today, 3);
  await settings.page.reload();
  await settings.page.waitForTimeout(3_000);
  // Not at once, or it would be killed over it again and again.
  expect(asked(site)).toEqual([addressOf(yesterday), addressOf(today)]);
  await settings.fetchNow.click();
  await settings.expectBadge('3', 'Papershelf: 3 new papers');
  expect(asked(site).slice(2)).toEqual([addressOf(today)]);
});

test('notifies once a day, when that is wished', async ({ papershelf, site }) => {
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
