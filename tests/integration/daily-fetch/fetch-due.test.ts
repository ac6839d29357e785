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
  vi.spyOn(console, 'warn').mockReturnValue();
  await dailyFetch.write({ timesADay: 1, notify: false });
});

const pause = async (): Promise<void> => undefined;
const check = (wantedAt?: number) =>
  fetchDueLists(library, { pause, ...(wantedAt === undefined ? {} : { wantedAt }) });

/** Sets the clock; `text` is UTC. */
function goTo(text: string): void {
  library.clock.time = Date.parse(`${text}Z`);
}

/** Checks once, and returns the days requested. */
async function daysFetched(wantedAt?: number): Promise<string[]> {
  const before = site.asked.length;
  await check(wantedAt);
  return site.asked.slice(before);
}

describe('fetchDueLists, switched off or without permission', () => {
  it('makes no request', async () => {
    await dailyFetch.write({ timesADay: 0, notify: true });
    expect(await check()).toBe(0);
    expect(await check(library.clock.time)).toBe(0);
    await dailyFetch.write({ timesADay: 2, notify: true });
    site.permitted = false;
    expect(await check()).toBe(0);
    expect(await check(library.clock.time)).toBe(0);
    expect(site.asked).toEqual([]);
  });

  it('makes no further request once it is switched off', async () => {
    const switchOff = () => dailyFetch.write({ timesADay: 0, notify: false });
    await fetchDueLists(library, { pause: switchOff });
    expect(site.asked).toEqual(['2026-09-27']);
    await check();
    expect(site.asked).toHaveLength(1);
  });

  it('forgets its failures when switched off, but not the rate limit', async () => {
    site.answer = () => status(429, { 'retry-after': '7200' });
    await check();
    await dailyFetch.write({ timesADay: 0, notify: false });
    await check();
    expect(await dailyFetchState.read()).toMatchObject({ since: null, failure: null, failures: 0 });
    await dailyFetch.write({ timesADay: 2, notify: false });
    expect(await daysFetched()).toEqual([]);
    library.clock.time += 2 * HOUR_MS;
    expect(await daysFetched()).toHaveLength(1);
  });
});

describe('fetchDueLists', () => {
  it('sends no credentials or referrer', async () => {
    await check();
    expect(site.options[0]).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
  });

  it('fetches and stores the lists of today and yesterday when switched on', async () => {
    goTo('2026-09-28T11:00');
    expect(await daysFetched()).toEqual(['2026-09-27', '2026-09-28']);
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
    expect(await daysFetched()).toEqual([]);
  });

  it('fetches a list once or twice a day, and once more after its day', async () => {
    goTo('2026-09-28T11:00');
    await check();
    goTo('2026-09-29T03:00');
    expect(await daysFetched()).toEqual([]);
    goTo('2026-09-29T08:45');
    expect(await daysFetched()).toEqual(['2026-09-28', '2026-09-29']);
    goTo('2026-09-29T20:45');
    expect(await daysFetched()).toEqual([]);
    await dailyFetch.write({ timesADay: 2, notify: false });
    expect(await daysFetched()).toEqual(['2026-09-29']);
    goTo('2026-09-30T08:45');
    expect(await daysFetched()).toEqual(['2026-09-29', '2026-09-30']);
  });

  it('catches up on missed days, oldest first, up to a week', async () => {
    await check();
    goTo('2026-10-02T12:00');
    expect(await daysFetched()).toEqual([
      '2026-09-28',
      '2026-09-29',
      '2026-09-30',
      '2026-10-01',
      '2026-10-02',
    ]);
    goTo('2026-11-20T12:00');
    const days = await daysFetched();
    expect(days).toHaveLength(8);
    expect([days[0], days[7]]).toEqual(['2026-11-13', '2026-11-20']);
  });

  it('makes requests one at a time, with a pause between', async () => {
    await check();
    goTo('2026-10-02T12:00');
    const paused: number[] = [];
    const countingPause = async (ms: number): Promise<void> =>
      void paused.push(ms, site.asked.length);
    await fetchDueLists(library, { pause: countingPause });
    expect(paused).toEqual([2000, 3, 2000, 4, 2000, 5, 2000, 6]);
  });

  it('accepts a day without a list', async () => {
    site.answer = (day) => (day === '2026-09-27' ? status(404) : () => Response.json([]));
    await check();
    expect(await daysFetched()).toEqual([]);
    expect(await dailyFetchState.read()).toMatchObject({ failure: null, lastList: null });
    site.answer = () => status(400);
    expect(await daysFetched(library.clock.time + 1)).toEqual(['2026-09-28']);
    expect((await dailyFetchState.read()).failure).toBeNull();
  });

  it('fetches only today when the reader asks', async () => {
    goTo('2026-09-28T11:00');
    await check();
    goTo('2026-09-28T11:10');
    expect(await daysFetched(library.clock.time)).toEqual(['2026-09-28']);
    const wantedAt = library.clock.time;
    expect(await daysFetched(wantedAt)).toEqual([]);
  });

  it('fetches each list once for concurrent calls', async () => {
    const slow = (day: `${number}-${number}-${number}`) => async () => {
      await new Promise((done) => setTimeout(done, 5));
      return aList(day)();
    };
    site.answer = slow;
    await Promise.all([check(), check(), check()]);
    expect(site.asked).toEqual(['2026-09-27', '2026-09-28']);
    const wantedAt = (library.clock.time += MINUTE_MS);
    await Promise.all([check(wantedAt), check(wantedAt), check()]);
    expect(site.asked).toHaveLength(3);
  });

  it('fetches each list once though the clock was set back', async () => {
    const wantedAt = library.clock.time + HOUR_MS;
    expect(await daysFetched(wantedAt)).toEqual(['2026-09-27', '2026-09-28']);
  });

  it('makes no request while offline', async () => {
    site.onLine = false;
    expect(await daysFetched()).toEqual([]);
    expect(await dailyFetchState.read()).toMatchObject({
      failure: { why: 'offline' },
      failures: 0,
    });
    site.onLine = true;
    library.clock.time += 15 * MINUTE_MS;
    expect(await daysFetched()).toEqual(['2026-09-27', '2026-09-28']);
    expect((await dailyFetchState.read()).failure).toBeNull();
  });
});

describe('fetchDueLists, with a list of several pages', () => {
  const yesterday = '2026-09-27';
  const today = '2026-09-28';

  /** 105 papers for today, one for any other day. */
  function serveLongDay(): void {
    site.answer = (day, page) => {
      if (day !== today) return aList(day);
      return papersOf(day, page * 100, page === 0 ? 100 : page === 1 ? 5 : 0);
    };
  }

  it('fetches all pages', async () => {
    serveLongDay();
    goTo('2026-09-28T11:00');
    expect(await daysFetched()).toEqual([yesterday, today, today]);
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
    expect(await daysFetched()).toEqual([]);
    goTo('2026-09-29T08:45');
    expect(await daysFetched()).toEqual([today, today, '2026-09-29']);
  });

  it('stops at an empty page after a full one', async () => {
    site.answer = (day, page) => papersOf(day, 0, page === 0 ? 100 : 0);
    expect(await daysFetched()).toEqual([yesterday, yesterday, today, today]);
    expect(await dailyFetchState.read()).toMatchObject({
      succeededAt: library.clock.time,
      lastList: { day: today, papers: 100 },
    });
  });

  it('requests one page again once the first page is not full', async () => {
    serveLongDay();
    await check();
    site.answer = aList;
    library.clock.time += MINUTE_MS;
    expect(await daysFetched(library.clock.time)).toEqual([today]);
    library.clock.time += MINUTE_MS;
    expect(await daysFetched(library.clock.time)).toEqual([today]);
  });

  it('resumes at the page that failed', async () => {
    serveLongDay();
    const { answer } = site;
    site.answer = (day, page) => (page === 1 ? status(500) : answer(day, page));
    expect(await daysFetched()).toEqual([yesterday, today, today]);
    expect(await library.db.papers.count()).toBe(101);
    expect(await dailyFetchState.read()).toMatchObject({ failure: { why: 'refused' } });
    site.answer = answer;
    library.clock.time += 19 * MINUTE_MS;
    expect(await daysFetched()).toEqual([today]);
    expect(await library.db.papers.count()).toBe(106);
    expect((await dailyFetchState.read()).failure).toBeNull();
  });

  it('continues an hour later when the request limit was reached', async () => {
    site.answer = (day, page) => papersOf(day, page * 100, page < 2 ? 100 : 1);
    await check();
    goTo('2026-09-30T12:00');
    const days = [today, '2026-09-29', '2026-09-30'].flatMap((day) => [day, day, day]);
    expect(await daysFetched()).toEqual(days.slice(0, 8));
    goTo('2026-09-30T13:01');
    expect(await daysFetched()).toEqual(days.slice(8));
    expect((await dailyFetchState.read()).lastList).toEqual({ day: '2026-09-30', papers: 201 });
  });

  it('requests at most five pages of one day', async () => {
    site.answer = (day) => (day === today ? papersOf(day, 0, 100) : aList(day));
    expect(await daysFetched()).toEqual([yesterday, today, today, today, today, today]);
    expect((await dailyFetchState.read()).succeededAt).toBe(library.clock.time);
  });
});

const UNREACHABLE = () => () => Promise.reject(new TypeError('Failed to fetch'));

describe('fetchDueLists, after a failure', () => {
  it.each([
    ['429', { 'retry-after': '5400' }],
    ['503', { 'retry-after': 'Mon, 28 Sep 2026 10:30:00 GMT' }],
    ['429', { ratelimit: '"api";r=0;t=5400' }],
  ])('waits as long as the site asks (%s, %o)', async (code, headers) => {
    goTo('2026-09-28T09:00');
    site.answer = () => status(Number(code), headers);
    expect(await daysFetched()).toHaveLength(1);
    expect((await dailyFetchState.read()).failure).toEqual({
      at: library.clock.time,
      why: 'busy',
    });
    site.answer = aList;
    goTo('2026-09-28T10:29');
    expect(await daysFetched()).toEqual([]);
    expect(await daysFetched(library.clock.time)).toEqual([]);
    goTo('2026-09-28T10:30');
    expect(await daysFetched()).toEqual(['2026-09-28', '2026-09-27']);
    expect(await dailyFetchState.read()).toMatchObject({ failure: null, failures: 0 });
  });

  it('stops when the answer says that no requests remain', async () => {
    const last = { headers: { ratelimit: '"api";r=0;t=300' } };
    site.answer = () => () => Response.json([], last);
    expect(await daysFetched()).toHaveLength(1);
    expect((await dailyFetchState.read()).failure).toBeNull();
    library.clock.time += 5 * MINUTE_MS;
    expect(await daysFetched()).toHaveLength(1);
  });

  it.each([
    ['unreachable', () => Promise.reject(new TypeError('Failed to fetch')), 1],
    ['refused', () => new Response('', { status: 500 }), 2],
    ['unreadable', () => new Response('<!DOCTYPE html><h1>Sorry</h1>'), 2],
    ['unreadable', () => Response.json({ papers: [] }), 2],
    ['unreadable', () => Response.json([{ work: {} }, { work: {} }]), 2],
    ['unreadable', () => new Response('['.repeat(9_000_000)), 2],
  ])('records the failure as %s, and retries with backoff', async (why, answer, requests) => {
    site.answer = () => answer;
    expect(await daysFetched()).toHaveLength(requests);
    expect((await dailyFetchState.read()).failure).toEqual({ at: library.clock.time, why });
    library.clock.time += 14 * MINUTE_MS;
    expect(await daysFetched()).toEqual([]);
    library.clock.time += 5 * MINUTE_MS;
    expect(await daysFetched()).toHaveLength(requests);
    library.clock.time += 29 * MINUTE_MS;
    expect(await daysFetched()).toEqual([]);
    // A request by the reader skips the backoff.
    site.answer = aList;
    expect(await daysFetched(library.clock.time)).toEqual(['2026-09-27', '2026-09-28']);
    expect(await dailyFetchState.read()).toMatchObject({ failure: null, failures: 0 });
    expect(await library.db.papers.count()).toBe(2);
  });

  it('still fetches the next list', async () => {
    site.answer = (day) => (day === '2026-09-27' ? status(500) : aList(day));
    expect(await daysFetched()).toEqual(['2026-09-27', '2026-09-28']);
    expect(await library.db.papers.count()).toBe(1);
    expect(await dailyFetchState.read()).toMatchObject({
      succeededAt: library.clock.time,
      lastList: { day: '2026-09-28', papers: 1 },
      failure: { why: 'refused' },
    });
    library.clock.time += 19 * MINUTE_MS;
    expect(await daysFetched()).toEqual(['2026-09-27']);
  });

  it.each([
    ['two old days fail', (day: string) => day <= '2026-09-28', () => status(500)],
    ['one day is never answered', (day: string) => day === '2026-09-27', UNREACHABLE],
    ['today and yesterday fail', (day: string) => day >= '2026-10-02', () => status(500)],
  ])('still fetches the other days when %s', async (_, fails, answer) => {
    site.answer = (day) => (fails(day) ? answer() : aList(day));
    for (let hour = 0; hour < 6 * 24; hour += 1) {
      await check();
      library.clock.time += HOUR_MS;
    }
    const { papers } = library.db;
    const days = ['27', '28', '29', '30'].map((day) => `2026-09-${day}`);
    days.push('2026-10-01', '2026-10-02', '2026-10-03');
    expect((await papers.toArray()).map(({ listedOn }) => listedOn)).toEqual(
      days.filter((day) => !fails(day)),
    );
    // Failed days are still retried.
    site.asked.length = 0;
    await check(library.clock.time);
    expect(site.asked.filter(fails)).not.toEqual([]);
  });

  it('fetches a list again that could not be stored', async () => {
    const transaction = vi.spyOn(library.db, 'transaction');
    transaction.mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
    expect(await daysFetched()).toHaveLength(1);
    expect((await dailyFetchState.read()).failure).toMatchObject({ why: 'not-kept' });
    transaction.mockRestore();
    library.clock.time += 19 * MINUTE_MS;
    expect(await daysFetched()).toEqual(['2026-09-28', '2026-09-27']);
    expect(await library.db.papers.count()).toBe(2);
  });
});

describe('fetchDueLists, in a worker that is killed', () => {
  /** Kills the worker during the request for `day`. */
  async function killDuring(day: string): Promise<void> {
    const dead = new Promise<Response>(() => {});
    site.answer = (asked) => (asked === day ? () => dead : aList(asked));
    const before = site.asked.length;
    void check();
    await expect.poll(() => site.asked.slice(before)).toContain(day);
    // A killed worker loses its locks.
    const { asked } = site;
    site = installFakeSite();
    site.asked.push(...asked);
  }

  it('resumes where it stopped, after a delay', async () => {
    await check();
    goTo('2026-10-02T12:00');
    await killDuring('2026-09-30');
    expect(await daysFetched()).toEqual([]);
    library.clock.time += 15 * MINUTE_MS;
    expect(await daysFetched()).toEqual(['2026-09-30', '2026-10-01', '2026-10-02']);
    expect(await library.db.papers.count()).toBe(6);
    expect(await library.db.sightings.count()).toBe(7);
  });

  it('stores the same list twice without a difference', async () => {
    await check();
    const [papers, sightings] = [
      await library.db.papers.toArray(),
      await library.db.sightings.toArray(),
    ];
    // Undo the record that the lists were fetched.
    await dailyFetchState.write({ ...(await dailyFetchState.read()), fetchedAt: {} });
    expect(await daysFetched()).toEqual(['2026-09-27', '2026-09-28']);
    expect(await library.db.papers.toArray()).toEqual(papers);
    expect(await library.db.sightings.toArray()).toEqual(sightings);
  });
});
