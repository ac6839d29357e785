import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fetchDueLists } from '@/lib/daily-fetch/fetch-due';
import { HOUR_MS } from '@/lib/shared/day';
import { dailyFetch } from '@/lib/settings/daily-fetch';
import { dailyFetchState } from '@/lib/settings/daily-fetch-state';
import { MINUTE_MS } from '../../fixtures/times';
import { openTestLibrary, type TestLibrary } from '../library/library-for-tests';
import { aList, installFakeSite, papersOf, status, type FakeSite } from './fake-site';

let library: TestLibrary;
let site: FakeSite;

beforeEach(async () => {
  fakeBrowser.reset();
  library = openTestLibrary();
  site = installFakeSite();
  // Warnings are for people; what is told of them is looked at in the state.
  vi.spyOn(console, 'warn').mockReturnValue();
  await dailyFetch.write({ timesADay: 1, notify: false });
});

const pause = async (): Promise<void> => undefined;
const look = (wantedAt?: number) =>
  fetchDueLists(library, { pause, ...(wantedAt === undefined ? {} : { wantedAt }) });

/** Sets the clock, UTC. */
function goTo(text: string): void {
  library.clock.time = Date.parse(`${text}Z`);
}

/** Looks, and gives the days that were asked for thereby. */
async function asksFor(wantedAt?: number): Promise<string[]> {
  const before = site.asked.length;
  await look(wantedAt);
  return site.asked.slice(before);
}

describe('the daily list, switched off or not permitted', () => {
  it('makes not one request', async () => {
    await dailyFetch.write({ timesADay: 0, notify: true });
    expect(await look()).toBe(0);
    expect(await look(library.clock.time)).toBe(0);
    await dailyFetch.write({ timesADay: 2, notify: true });
    site.permitted = false;
    expect(await look()).toBe(0);
    expect(await look(library.clock.time)).toBe(0);
    expect(site.asked).toEqual([]);
  });

  it('makes no further request when it is switched off between two', async () => {
    const switchOff = () => dailyFetch.write({ timesADay: 0, notify: false });
    await fetchDueLists(library, { pause: switchOff });
    expect(site.asked).toEqual(['2026-09-27']);
    await look();
    expect(site.asked).toHaveLength(1);
  });

  it('forgets its failures when it is switched off, but not the requests it made', async () => {
    site.answer = () => status(429, { 'retry-after': '7200' });
    await look();
    await dailyFetch.write({ timesADay: 0, notify: false });
    await look();
    expect(await dailyFetchState.read()).toMatchObject({ since: null, failure: null, failures: 0 });
    await dailyFetch.write({ timesADay: 2, notify: false });
    expect(await asksFor()).toEqual([]);
    library.clock.time += 2 * HOUR_MS;
    expect(await asksFor()).toHaveLength(1);
  });
});

describe('the daily list', () => {
  it('asks with nothing that tells who asks', async () => {
    await look();
    expect(site.options[0]).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
  });

  it('is fetched when it is switched on, with that of the day before, and kept', async () => {
    goTo('2026-09-28T11:00');
    expect(await asksFor()).toEqual(['2026-09-27', '2026-09-28']);
    expect(await library.db.papers.toArray()).toMatchObject([
      { title: 'Of 2026-09-27', listedOn: '2026-09-27' },
      { title: 'Of 2026-09-28', listedOn: '2026-09-28' },
    ]);
    expect(await library.db.sightings.count()).toBe(2);
    expect(await library.db.visits.count()).toBe(0);
    expect(await dailyFetchState.read()).toMatchObject({
      succeededAt: library.clock.time,
      lastList: { day: '2026-09-28', papers: 1 },
      failure: null,
    });
    expect(await asksFor()).toEqual([]);
  });

  it('is fetched once or twice a day, and once more when its day is over', async () => {
    goTo('2026-09-28T11:00');
    await look();
    goTo('2026-09-29T03:00');
    expect(await asksFor()).toEqual([]);
    goTo('2026-09-29T08:45');
    expect(await asksFor()).toEqual(['2026-09-28', '2026-09-29']);
    goTo('2026-09-29T20:45');
    expect(await asksFor()).toEqual([]);
    await dailyFetch.write({ timesADay: 2, notify: false });
    expect(await asksFor()).toEqual(['2026-09-29']);
    goTo('2026-09-30T08:45');
    expect(await asksFor()).toEqual(['2026-09-29', '2026-09-30']);
  });

  it('makes up for each day that was missed, the oldest first, a week at most', async () => {
    await look();
    goTo('2026-10-02T12:00');
    expect(await asksFor()).toEqual([
      '2026-09-28',
      '2026-09-29',
      '2026-09-30',
      '2026-10-01',
      '2026-10-02',
    ]);
    goTo('2026-11-20T12:00');
    const days = await asksFor();
    expect(days).toHaveLength(8);
    expect([days[0], days[7]]).toEqual(['2026-11-13', '2026-11-20']);
  });

  it('is asked for one after the other, with a pause', async () => {
    await look();
    goTo('2026-10-02T12:00');
    const paused: number[] = [];
    const counted = async (ms: number): Promise<void> => void paused.push(ms, site.asked.length);
    await fetchDueLists(library, { pause: counted });
    expect(paused).toEqual([2000, 3, 2000, 4, 2000, 5, 2000, 6]);
  });

  it('takes a day without a list for one', async () => {
    site.answer = (day) => (day === '2026-09-27' ? status(404) : () => Response.json([]));
    await look();
    expect(await asksFor()).toEqual([]);
    expect(await dailyFetchState.read()).toMatchObject({ failure: null, lastList: null });
    site.answer = () => status(400);
    expect(await asksFor(library.clock.time + 1)).toEqual(['2026-09-28']);
    expect((await dailyFetchState.read()).failure).toBeNull();
  });

  it('is fetched at once when the reader asks, yet not a day that is over', async () => {
    goTo('2026-09-28T11:00');
    await look();
    goTo('2026-09-28T11:10');
    expect(await asksFor(library.clock.time)).toEqual(['2026-09-28']);
    const wantedAt = library.clock.time;
    expect(await asksFor(wantedAt)).toEqual([]);
  });

  it('is fetched once by two that look at the same time', async () => {
    const slow = (day: `${number}-${number}-${number}`) => async () => {
      await new Promise((done) => setTimeout(done, 5));
      return aList(day)();
    };
    site.answer = slow;
    await Promise.all([look(), look(), look()]);
    expect(site.asked).toEqual(['2026-09-27', '2026-09-28']);
    const wantedAt = (library.clock.time += MINUTE_MS);
    await Promise.all([look(wantedAt), look(wantedAt), look()]);
    expect(site.asked).toHaveLength(3);
  });

  it('is asked for once though the clock is set back on the way', async () => {
    const wantedAt = library.clock.time + HOUR_MS;
    expect(await asksFor(wantedAt)).toEqual(['2026-09-27', '2026-09-28']);
  });

  it('waits for the network, without a request', async () => {
    site.onLine = false;
    expect(await asksFor()).toEqual([]);
    expect(await dailyFetchState.read()).toMatchObject({
      failure: { why: 'offline' },
      failures: 0,
    });
    site.onLine = true;
    library.clock.time += 15 * MINUTE_MS;
    expect(await asksFor()).toEqual(['2026-09-27', '2026-09-28']);
    expect((await dailyFetchState.read()).failure).toBeNull();
  });
});

describe('a daily list of more than one page', () => {
  const yesterday = '2026-09-27';
  const today = '2026-09-28';

  /** Has the site give a hundred papers and five more for today, and one for every other day. */
  function serveLongDay(): void {
    site.answer = (day, page) => {
      if (day !== today) return aList(day);
      return papersOf(day, page * 100, page === 0 ? 100 : page === 1 ? 5 : 0);
    };
  }

  it('is fetched to its end', async () => {
    serveLongDay();
    goTo('2026-09-28T11:00');
    expect(await asksFor()).toEqual([yesterday, today, today]);
    expect(await library.db.papers.count()).toBe(106);
    const ranks = (await library.db.sightings.toArray())
      .filter(({ paperId }) => paperId.startsWith('arxiv:2609.28'))
      .map(({ rank }) => rank);
    expect(ranks.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 105 }, (_, index) => index + 1),
    );
    expect(await dailyFetchState.read()).toMatchObject({
      succeededAt: library.clock.time,
      lastList: { day: today, papers: 105 },
      failure: null,
    });
    expect(await asksFor()).toEqual([]);
    goTo('2026-09-29T08:45');
    expect(await asksFor()).toEqual([today, today, '2026-09-29']);
  });

  it('may end with a full page', async () => {
    site.answer = (day, page) => papersOf(day, 0, page === 0 ? 100 : 0);
    expect(await asksFor()).toEqual([yesterday, yesterday, today, today]);
    expect(await dailyFetchState.read()).toMatchObject({
      succeededAt: library.clock.time,
      lastList: { day: today, papers: 100 },
    });
  });

  it('is no longer one when its first page is not full any more', async () => {
    serveLongDay();
    await look();
    site.answer = aList;
    library.clock.time += MINUTE_MS;
    expect(await asksFor(library.clock.time)).toEqual([today]);
    library.clock.time += MINUTE_MS;
    expect(await asksFor(library.clock.time)).toEqual([today]);
  });

  it('goes on with the page that did not come', async () => {
    serveLongDay();
    const { answer } = site;
    site.answer = (day, page) => (page === 1 ? status(500) : answer(day, page));
    expect(await asksFor()).toEqual([yesterday, today, today]);
    expect(await library.db.papers.count()).toBe(101);
    expect(await dailyFetchState.read()).toMatchObject({ failure: { why: 'refused' } });
    site.answer = answer;
    library.clock.time += 19 * MINUTE_MS;
    expect(await asksFor()).toEqual([today]);
    expect(await library.db.papers.count()).toBe(106);
    expect((await dailyFetchState.read()).failure).toBeNull();
  });

  it('goes on an hour later when so many requests were made', async () => {
    site.answer = (day, page) => papersOf(day, page * 100, page < 2 ? 100 : 1);
    await look();
    goTo('2026-09-30T12:00');
    const days = [today, '2026-09-29', '2026-09-30'].flatMap((day) => [day, day, day]);
    expect(await asksFor()).toEqual(days.slice(0, 8));
    goTo('2026-09-30T13:01');
    expect(await asksFor()).toEqual(days.slice(8));
    expect((await dailyFetchState.read()).lastList).toEqual({ day: '2026-09-30', papers: 201 });
  });

  it('is not asked for without end', async () => {
    site.answer = (day) => (day === today ? papersOf(day, 0, 100) : aList(day));
    expect(await asksFor()).toEqual([yesterday, today, today, today, today, today]);
    expect((await dailyFetchState.read()).succeededAt).toBe(library.clock.time);
  });
});

const UNREACHABLE = () => () => Promise.reject(new TypeError('Failed to fetch'));

describe('a daily list that does not come', () => {
  it.each([
    ['429', { 'retry-after': '5400' }],
    ['503', { 'retry-after': 'Mon, 28 Sep 2026 10:30:00 GMT' }],
    ['429', { ratelimit: '"api";r=0;t=5400' }],
  ])('is left alone for as long as the site asks (%s, %o)', async (code, headers) => {
    goTo('2026-09-28T09:00');
    site.answer = () => status(Number(code), headers);
    expect(await asksFor()).toHaveLength(1);
    expect((await dailyFetchState.read()).failure).toEqual({
      at: library.clock.time,
      why: 'busy',
    });
    site.answer = aList;
    goTo('2026-09-28T10:29');
    expect(await asksFor()).toEqual([]);
    expect(await asksFor(library.clock.time)).toEqual([]);
    goTo('2026-09-28T10:30');
    expect(await asksFor()).toEqual(['2026-09-28', '2026-09-27']);
    expect(await dailyFetchState.read()).toMatchObject({ failure: null, failures: 0 });
  });

  it('stops also after an answer that was the last one allowed', async () => {
    const last = { headers: { ratelimit: '"api";r=0;t=300' } };
    site.answer = () => () => Response.json([], last);
    expect(await asksFor()).toHaveLength(1);
    expect((await dailyFetchState.read()).failure).toBeNull();
    library.clock.time += 5 * MINUTE_MS;
    expect(await asksFor()).toHaveLength(1);
  });

  it.each([
    ['unreachable', () => Promise.reject(new TypeError('Failed to fetch')), 1],
    ['refused', () => new Response('', { status: 500 }), 2],
    ['unreadable', () => new Response('<!DOCTYPE html><h1>Sorry</h1>'), 2],
    ['unreadable', () => Response.json({ papers: [] }), 2],
    ['unreadable', () => Response.json([{ work: {} }, { work: {} }]), 2],
    ['unreadable', () => new Response('['.repeat(9_000_000)), 2],
  ])('is told to be %s, and tried again ever later', async (why, answer, requests) => {
    site.answer = () => answer;
    expect(await asksFor()).toHaveLength(requests);
    expect((await dailyFetchState.read()).failure).toEqual({ at: library.clock.time, why });
    library.clock.time += 14 * MINUTE_MS;
    expect(await asksFor()).toEqual([]);
    library.clock.time += 5 * MINUTE_MS;
    expect(await asksFor()).toHaveLength(requests);
    library.clock.time += 29 * MINUTE_MS;
    expect(await asksFor()).toEqual([]);
    // The reader need not wait for that.
    site.answer = aList;
    expect(await asksFor(library.clock.time)).toEqual(['2026-09-27', '2026-09-28']);
    expect(await dailyFetchState.read()).toMatchObject({ failure: null, failures: 0 });
    expect(await library.db.papers.count()).toBe(2);
  });

  it('does not keep the next one from coming', async () => {
    site.answer = (day) => (day === '2026-09-27' ? status(500) : aList(day));
    expect(await asksFor()).toEqual(['2026-09-27', '2026-09-28']);
    expect(await library.db.papers.count()).toBe(1);
    expect(await dailyFetchState.read()).toMatchObject({
      succeededAt: library.clock.time,
      lastList: { day: '2026-09-28', papers: 1 },
      failure: { why: 'refused' },
    });
    library.clock.time += 19 * MINUTE_MS;
    expect(await asksFor()).toEqual(['2026-09-27']);
  });

  it.each([
    ['two old ones', (day: string) => day <= '2026-09-28', () => status(500)],
    ['one that is never answered for', (day: string) => day === '2026-09-27', UNREACHABLE],
    ['today’s and yesterday’s', (day: string) => day >= '2026-10-02', () => status(500)],
  ])('does not keep the others away, be it %s', async (_, fails, answer) => {
    site.answer = (day) => (fails(day) ? answer() : aList(day));
    for (let hour = 0; hour < 6 * 24; hour += 1) {
      await look();
      library.clock.time += HOUR_MS;
    }
    const { papers } = library.db;
    const days = ['27', '28', '29', '30'].map((day) => `2026-09-${day}`);
    days.push('2026-10-01', '2026-10-02', '2026-10-03');
    expect((await papers.toArray()).map(({ listedOn }) => listedOn)).toEqual(
      days.filter((day) => !fails(day)),
    );
    // Those that fail are still tried.
    site.asked.length = 0;
    await look(library.clock.time);
    expect(site.asked.filter(fails)).not.toEqual([]);
  });

  it('is fetched again when it could not be stored', async () => {
    const transaction = vi.spyOn(library.db, 'transaction');
    transaction.mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    expect(await asksFor()).toHaveLength(1);
    expect((await dailyFetchState.read()).failure).toMatchObject({ why: 'not-kept' });
    transaction.mockRestore();
    library.clock.time += 19 * MINUTE_MS;
    expect(await asksFor()).toEqual(['2026-09-28', '2026-09-27']);
    expect(await library.db.papers.count()).toBe(2);
  });
});

describe('a background that is ended on the way', () => {
  /** Begins to look, and never comes back from the request for `day`. */
  async function dieOver(day: string): Promise<void> {
    const dead = new Promise<Response>(() => {});
    site.answer = (asked) => (asked === day ? () => dead : aList(asked));
    const before = site.asked.length;
    void look();
    await expect.poll(() => site.asked.slice(before)).toContain(day);
    // Its locks go with it.
    const { asked } = site;
    site = installFakeSite();
    site.asked.push(...asked);
  }

  it('goes on where it was, and not at once', async () => {
    await look();
    goTo('2026-10-02T12:00');
    await dieOver('2026-09-30');
    expect(await asksFor()).toEqual([]);
    library.clock.time += 15 * MINUTE_MS;
    expect(await asksFor()).toEqual(['2026-09-30', '2026-10-01', '2026-10-02']);
    expect(await library.db.papers.count()).toBe(6);
    expect(await library.db.sightings.count()).toBe(7);
  });

  it('keeps a list twice without harm when it was ended right after keeping it', async () => {
    await look();
    const [papers, sightings] = [
      await library.db.papers.toArray(),
      await library.db.sightings.toArray(),
    ];
    // As it was before the note that the lists were fetched.
    await dailyFetchState.write({ ...(await dailyFetchState.read()), fetchedAt: {} });
    expect(await asksFor()).toEqual(['2026-09-27', '2026-09-28']);
    expect(await library.db.papers.toArray()).toEqual(papers);
    expect(await library.db.sightings.toArray()).toEqual(sightings);
  });
});
