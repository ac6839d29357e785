import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { showMissedCount } from '@/lib/daily-fetch/badge';
import { followDailyList } from '@/lib/daily-fetch/follow';
import { scheduleSoon } from '@/lib/shared/schedule-soon';
import { setDismissed } from '@/lib/library/seen/dismissals';
import { recordDay } from '@/lib/library/record/record-day';
import { savePaper } from '@/lib/library/entries/save-paper';
import { DAY_MS } from '@/lib/shared/day';
import { dailyFetch } from '@/lib/settings/daily-fetch';
import { dailyFetchState, NOTHING_FETCHED } from '@/lib/settings/daily-fetch-state';
import { MINUTE_MS } from '../../fixtures/times';
import { useEnglish } from '../../unit/components/english';
import { aPaper, aReading, openTestLibrary, type TestLibrary } from '../library/library-for-tests';
import { installFakeSite, status, type FakeSite } from './fake-site';
import { eventually } from '../../fixtures/eventually';

vi.mock('@/lib/shared/schedule-soon');

const DAY = '2026-09-28';

let library: TestLibrary;
let site: FakeSite;
let badge: { text: string; title: string };
let shown: { title: string; message: string }[];
let cleared: string[];
let check: () => Promise<void>;

useEnglish();

beforeEach(async () => {
  fakeBrowser.reset();
  library = openTestLibrary();
  site = installFakeSite();
  badge = { text: '', title: '' };
  shown = [];
  cleared = [];
  const { action, notifications } = fakeBrowser;
  vi.spyOn(action, 'setBadgeText').mockImplementation(async ({ text }) => {
    badge.text = text ?? '';
  });
  vi.spyOn(action, 'setTitle').mockImplementation(async ({ title }) => {
    badge.title = title ?? '';
  });
  vi.spyOn(action, 'setBadgeBackgroundColor').mockResolvedValue();
  vi.spyOn(action, 'setBadgeTextColor').mockResolvedValue();
  vi.spyOn(notifications, 'create').mockImplementation((async (_: string, options: never) => {
    shown.push(options);
  }) as never);
  vi.spyOn(notifications, 'clear').mockImplementation((async (id: string) => {
    cleared.push(id);
  }) as never);
  vi.spyOn(console, 'warn').mockReturnValue();
  site.answer = (day) => () =>
    Response.json(
      day !== DAY ? [] : [3, 30, 300, 5].map((upvotes) => ({ paper: listed(upvotes) })),
    );
});

const listed = (upvotes: number, day = DAY) => ({
  id: `2609.${String(upvotes).padStart(5, '0')}`,
  title: `With ${upvotes}`,
  upvotes,
  submittedOnDailyAt: `${day}T00:00:00.000Z`,
});

/** Starts the background; scheduled work runs when the test calls `check`. */
function start() {
  const tasks: (() => Promise<void>)[] = [];
  vi.mocked(scheduleSoon).mockImplementation((work) => {
    tasks.push(work);
    return () => undefined;
  });
  const following = followDailyList(library);
  check = tasks[0] ?? (() => Promise.reject(new Error('nothing to do')));
  return following;
}

const alarm = async () => (await fakeBrowser.alarms.getAll())[0]?.scheduledTime;

describe('followDailyList, switched off', () => {
  it('makes no request, sets no alarm, and shows nothing', async () => {
    await recordDay(library, aReading([aPaper(1, { listedOn: DAY })]));
    await start().fetchNow(true);
    await check();
    expect(site.asked).toEqual([]);
    expect(await alarm()).toBeUndefined();
    expect(badge).toEqual({ text: '', title: 'Papershelf' });
  });
});

describe('followDailyList, switched on', () => {
  beforeEach(async () => {
    await dailyFetch.write({ timesADay: 1, notify: true });
    // Only today's list is due, so that no pause between requests is needed.
    await dailyFetchState.write({
      ...NOTHING_FETCHED,
      since: library.clock.time,
      jitter: 0.5,
      fetchedAt: {
        'https://huggingface.co/api/daily_papers?date=2026-09-27&limit=100': library.clock.time,
      },
    });
  });

  it('sets the alarm for the next request, at most an hour ahead', async () => {
    start();
    await check();
    expect(await alarm()).toBe(library.clock.time + 60 * MINUTE_MS);
    library.clock.time = Date.parse('2026-09-29T07:50Z');
    await check();
    expect(await alarm()).toBe(Date.parse('2026-09-29T08:15Z'));
  });

  it('sets the alarm before it fetches, in case the worker is killed', async () => {
    let whileFetching: number | undefined;
    site.answer = () => async () => {
      whileFetching = await alarm();
      return Response.json([]);
    };
    start();
    await check();
    expect(whileFetching).toBe(library.clock.time + 15 * MINUTE_MS);
  });

  it('sets the alarm for the retry after a failure, and none without permission', async () => {
    site.answer = () => status(500);
    start();
    await check();
    const wait = ((await alarm()) ?? 0) - library.clock.time;
    expect(wait).toBeGreaterThanOrEqual(15 * MINUTE_MS);
    expect(wait).toBeLessThanOrEqual(19 * MINUTE_MS);
    site.permitted = false;
    await check();
    expect(await alarm()).toBeUndefined();
  });

  it('shows the number of missed papers on the badge', async () => {
    const following = start();
    await following.fetchNow(false);
    expect(badge).toEqual({ text: '4', title: 'Papershelf: 4 new papers' });
    await setDismissed(library, 'arxiv:2609.00003', true);
    await savePaper(library, aPaper(30));
    await showMissedCount(library);
    expect(badge).toEqual({ text: '2', title: 'Papershelf: 2 new papers' });
    await dailyFetch.write({ timesADay: 0, notify: false });
    await following.fetchNow(false);
    expect(badge).toEqual({ text: '', title: 'Papershelf' });
    expect(await alarm()).toBeUndefined();
  });

  it('caps the number on the badge', async () => {
    const papers = Array.from({ length: 1000 }, (_, n) => aPaper(n, { listedOn: DAY }));
    await recordDay(library, aReading(papers));
    await showMissedCount(library);
    expect(badge).toEqual({ text: '999+', title: 'Papershelf: 1,000 new papers' });
  });

  it('notifies once a day, and only of new papers', async () => {
    const following = start();
    await following.fetchNow(false);
    expect(shown).toMatchObject([{ title: '4 new papers', message: 'With 300\nWith 30\nWith 5' }]);
    library.clock.time += 30 * MINUTE_MS;
    await following.fetchNow(true);
    expect(shown).toHaveLength(1);
    library.clock.time += DAY_MS;
    await following.fetchNow(true);
    expect(shown).toHaveLength(1);
    site.answer = () => () => Response.json([{ paper: listed(9, '2026-09-29') }]);
    library.clock.time += MINUTE_MS;
    await following.fetchNow(true);
    expect(shown).toHaveLength(2);
    expect(shown[1]).toMatchObject({ title: '1 new paper', message: 'With 9' });
  });

  it('clears the notification once no paper is missed', async () => {
    await start().fetchNow(false);
    expect(shown).toHaveLength(1);
    for (const number of [3, 5, 30]) await setDismissed(library, aPaper(number).id, true);
    await showMissedCount(library);
    expect(cleared).toEqual([]);
    await setDismissed(library, aPaper(300).id, true);
    await showMissedCount(library);
    expect(cleared).toEqual(['daily-list']);
  });

  it('works without the notifications API', async () => {
    const { notifications } = fakeBrowser;
    // Undefined without the permission.
    Object.assign(fakeBrowser, { notifications: undefined });
    try {
      await showMissedCount(library);
    } finally {
      Object.assign(fakeBrowser, { notifications });
    }
    expect(badge.text).toBe('');
  });

  it('shows the newest count when an older update is slow', async () => {
    const { action } = fakeBrowser;
    await recordDay(library, aReading([aPaper(1, { listedOn: DAY })]));
    vi.mocked(action.setBadgeText).mockImplementationOnce(async ({ text }) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      badge.text = text ?? '';
    });
    const older = showMissedCount(library);
    await eventually(() => expect(action.setBadgeText).toHaveBeenCalledOnce());
    await setDismissed(library, aPaper(1).id, true);
    await Promise.all([older, showMissedCount(library)]);
    expect(badge.text).toBe('');
  });

  it('does not notify when switched off or without permission', async () => {
    await dailyFetch.write({ timesADay: 1, notify: false });
    const following = start();
    await following.fetchNow(false);
    expect(shown).toEqual([]);
    await dailyFetch.write({ timesADay: 1, notify: true });
    vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation(
      async ({ permissions }) => permissions === undefined,
    );
    library.clock.time += MINUTE_MS;
    await following.fetchNow(true);
    expect(site.asked).toHaveLength(2);
    expect(shown).toEqual([]);
  });

  it('opens the digest when the notification is clicked', async () => {
    const { onClicked } = fakeBrowser.notifications;
    const opened = vi.spyOn(fakeBrowser.tabs, 'create');
    start();
    await onClicked.trigger('someone-elses');
    expect(opened).not.toHaveBeenCalled();
    await onClicked.trigger('daily-list');
    expect(opened.mock.calls).toEqual([
      [{ url: expect.stringMatching(/\/library\.html#\/digest$/) }],
    ]);
  });
});
