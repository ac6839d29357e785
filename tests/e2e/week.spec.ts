import { hasCaptures } from '../fixtures/captures';
import { expect, test } from './support/fixtures';
import { SimulatedWeek } from './support/simulated-week';
import { capturedWeek, inventedWeek } from './support/week-lists';
import type { WeekSite } from './support/week-site';

const weeks = [
  { name: 'invented', lists: inventedWeek },
  ...(hasCaptures ? [{ name: 'captured', lists: capturedWeek }] : []),
];

// In two parts, which run side by side.
const parts = [
  { days: 'Monday and Tuesday', simulate: simulateBeginning },
  { days: 'the whole week', simulate: simulateEnd },
];

for (const { name, lists } of weeks) {
  for (const { days, simulate } of parts) {
    test(`shows the right papers through a simulated week, ${days}, ${name}`, async ({
      executablePath,
      profile,
      site,
    }) => {
      test.setTimeout(240_000);
      const week = new SimulatedWeek({ executablePath, profile, site }, lists());
      try {
        await simulate(week);
      } finally {
        await week.close();
      }
      expect(site.blockedRequests).toEqual([]);
    });
  }
}

/** Opens Monday's list for the first time, saves a paper and dismisses another. */
async function saveAndDismiss(week: SimulatedWeek, now: WeekSite): Promise<void> {
  const monday = now.daily('2026-03-09', '/papers');
  const listing = await week.open(now, monday);
  const [first, second] = monday.records.map(({ paper }) => paper);
  if (first === undefined || second === undefined) throw new Error('Too few papers.');
  await week.viewTop(listing);
  await week.save(listing, first);
  await week.dismiss(listing, second);
  await week.expectDigest();
}

async function simulateBeginning(week: SimulatedWeek): Promise<void> {
  const { state } = week;

  await test.step('Monday morning, the first visit', async () => {
    const now = await week.startSitting('2026-03-09T09:00');
    await saveAndDismiss(week, now);
    await week.expectBadgeToBe('');
    await week.expectFetched(now, []);
    await week.switchOnDailyList();
    await week.expectFetched(now, ['2026-03-08', '2026-03-09']);
    await week.expectBadge();
  });

  await test.step('reload after twenty minutes: the marks stay', async () => {
    const now = await week.startSitting('2026-03-09T09:20', { continues: true });
    const listing = await week.open(now, now.daily('2026-03-09', '/papers'));
    await week.scrollThrough(listing);
    await week.expectBadge();
    await week.expectDigest();
    expect(state.missed()).toEqual([]);
  });

  await test.step('afternoon: only added papers are new', async () => {
    const now = await week.startSitting('2026-03-09T16:00');
    await week.open(now, now.daily('2026-03-09', '/papers'));
    await week.expectBadge();
    await week.expectDigest();
    expect(state.missed()).toHaveLength(1);
    await week.expectFetched(now, []);
  });

  await test.step('Tuesday: in-page navigation between dates', async () => {
    const now = await week.startSitting('2026-03-10T09:00');
    await week.expectFetched(now, ['2026-03-09', '2026-03-10']);
    await week.expectBadge();
    await week.expectDigest();
    const tuesday = now.daily('2026-03-10');
    const listing = await week.open(now, tuesday);
    await week.viewTop(listing);
    await week.goTo(listing, now.daily('2026-03-09'));
    await week.scrollThrough(listing);
    await week.goTo(listing, tuesday);
    await week.expectBadge();
    await week.expectDigest();
  });
}

async function simulateEnd(week: SimulatedWeek): Promise<void> {
  const { state } = week;

  await test.step('Monday, the first visit', async () => {
    const now = await week.startSitting('2026-03-09T16:00');
    await saveAndDismiss(week, now);
  });

  const recurring = await test.step('Tuesday evening: the daily list is switched on', async () => {
    const now = await week.startSitting('2026-03-10T20:00');
    await week.switchOnDailyList();
    await week.expectFetched(now, ['2026-03-09', '2026-03-10']);
    await week.expectBadge();
    const tuesday = now.daily('2026-03-10', '/papers');
    const listing = await week.open(now, tuesday);
    await week.viewTop(listing);
    await week.expectBadge();
    const [first] = tuesday.records;
    if (first === undefined) throw new Error('Tuesday has no papers.');
    return first.paper;
  });

  await test.step('Wednesday: the daily list, and a known paper on trending', async () => {
    const now = await week.startSitting('2026-03-11T09:00');
    await week.expectFetched(now, ['2026-03-10', '2026-03-11']);
    await week.expectBadge();
    const listing = await week.open(now, now.daily('2026-03-11', '/papers'));
    await week.scrollThrough(listing);
    const trending = await week.open(now, now.trending('2026-03-09', recurring.id));
    await week.scrollThrough(trending);
    await week.save(trending, recurring);
    await week.markRead(trending, recurring);
    await week.expectBadge();
    await week.expectDigest();
  });

  await test.step('Thursday: the same paper on the weekly list', async () => {
    const now = await week.startSitting('2026-03-12T09:00');
    await week.expectFetched(now, ['2026-03-11', '2026-03-12']);
    await week.expectBadge();
    const weekly = now.weekly();
    expect(weekly.records.map(({ paper }) => paper.id)).toContain(recurring.id);
    const listing = await week.open(now, weekly);
    await week.scrollThrough(listing);
    await week.expectBadge();
    await week.expectDigest();
  });

  await test.step('Friday: only the top of the list', async () => {
    const now = await week.startSitting('2026-03-13T09:00');
    await week.expectFetched(now, ['2026-03-12', '2026-03-13']);
    await week.expectBadge();
    const listing = await week.open(now, now.daily('2026-03-13', '/papers'));
    await week.viewTop(listing);
    await week.expectBadge();
    await week.expectDigest();
  });

  await test.step('Monday after a weekend away: catch up', async () => {
    const now = await week.startSitting('2026-03-16T09:00');
    const away = ['2026-03-13', '2026-03-14', '2026-03-15', '2026-03-16'];
    await week.expectFetched(now, away);
    await week.expectBadge();
    await week.expectDigest();
    expect(state.missed().map(([day]) => day)).toEqual(['2026-03-16', '2026-03-13']);
    await week.expectDigest('7 days');
    const listing = await week.open(now, now.daily('2026-03-16', '/papers'));
    await week.scrollThrough(listing);
    const trending = await week.open(now, now.trending('2026-03-13', recurring.id));
    await week.expectHistory(trending, recurring.id, recurring.title);
    await week.scrollThrough(trending);
    await week.expectBadge();
    await week.expectDigest();
    await week.expectDigest('7 days');
  });
}
