import * as fc from 'fast-check';
import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fetchDueLists } from '@/lib/daily-fetch/fetch-due';
import { dailyFetch } from '@/lib/settings/daily-fetch';
import type { LibraryContext } from '@/lib/library/context';
import { recordDay } from '@/lib/library/record/record-day';
import { DAY_MS, HOUR_MS, dayOf, type Day } from '@/lib/shared/day';
import { MINUTE_MS } from '../../fixtures/times';
import { aList, installFakeSite, papersOf, status, type Answer, type FakeSite } from './fake-site';

// Other tests cover what is stored; IndexedDB would be slow here.
vi.mock('@/lib/library/record/record-day', { spy: true });

const START = Date.UTC(2026, 8, 28, 9);
const MAX_REQUESTS_AN_HOUR = 8;

const clock = { time: START };
const library = { now: () => clock.time } as LibraryContext;
let site: FakeSite;

/** What the code draws as jitter. */
let drawn = 0;

beforeEach(() => {
  vi.spyOn(console, 'warn').mockReturnValue();
  vi.spyOn(Math, 'random').mockImplementation(() => drawn);
});

function firstStart(): void {
  fakeBrowser.reset();
  vi.mocked(recordDay).mockReset().mockResolvedValue();
  clock.time = START;
  drawn = 0;
  site = installFakeSite();
}

const answers = fc.oneof(
  { weight: 2, arbitrary: fc.constant(aList) },
  fc.constantFrom<(day: Day) => Answer>(
    // Endless full pages.
    (day) => papersOf(day, 0, 100),
    () => status(404),
    () => status(429),
    () => status(429, { 'retry-after': '1' }),
    () => status(503, { 'retry-after': '100000000' }),
    () => status(500),
    () => status(301),
    () => () => Response.json([], { headers: { ratelimit: '"api";r=0;t=900' } }),
    () => () => new Response('{"half":'),
    () => () => Promise.reject(new TypeError('Failed to fetch')),
  ),
);

const checks = fc.array(
  fc.record({
    after: fc.oneof(
      fc.integer({ min: 0, max: 20 * MINUTE_MS }),
      fc.integer({ min: 0, max: 3 * DAY_MS }),
    ),
    answer: answers,
    wanted: fc.boolean(),
    timesADay: fc.constantFrom(0, 1, 1, 2, 2) as fc.Arbitrary<0 | 1 | 2>,
    onLine: fc.boolean(),
    isKept: fc.boolean(),
    /** The worker is killed during the first request. */
    isKilled: fc.boolean(),
    jitter: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  }),
  { minLength: 1, maxLength: 60 },
);

it('makes at most a few requests per hour, whatever the site answers', async () => {
  await fc.assert(
    fc.asyncProperty(checks, async (sequence) => {
      firstStart();
      const requests: number[] = [];
      for (const step of sequence) {
        const { after, answer, wanted, timesADay, onLine, isKept, isKilled, jitter } = step;
        clock.time += after;
        drawn = jitter;
        // A killed worker loses its locks.
        const { asked } = site;
        site = installFakeSite();
        site.onLine = onLine;
        let end = (): void => undefined;
        const killed = new Promise<void>((done) => (end = done));
        site.answer = (day) => {
          requests.push(clock.time);
          expect(timesADay).not.toBe(0);
          expect(onLine).toBe(true);
          if (!isKilled) return answer(day);
          end();
          return () => new Promise<Response>(() => {});
        };
        if (isKept) vi.mocked(recordDay).mockResolvedValue();
        else vi.mocked(recordDay).mockRejectedValue(new Error('full'));
        await dailyFetch.write({ timesADay, notify: false });
        const pause = async (ms: number): Promise<void> => void (clock.time += ms);
        const options = wanted ? { pause, wantedAt: clock.time } : { pause };
        await Promise.race([fetchDueLists(library, options), killed]);
        site.asked.unshift(...asked);
      }
      for (const at of requests) {
        const inTheHour = requests.filter((other) => other >= at && other < at + HOUR_MS);
        expect(inTheHour.length).toBeLessThanOrEqual(MAX_REQUESTS_AN_HOUR);
      }
    }),
    { numRuns: 60 },
  );
});

it('fetches each completed day of the last week once the site answers again', async () => {
  await fc.assert(
    fc.asyncProperty(checks, async (sequence) => {
      firstStart();
      await dailyFetch.write({ timesADay: 1, notify: false });
      const pause = async (ms: number): Promise<void> => void (clock.time += ms);
      /** The time of the last answer by day. */
      const answered = new Map<Day, number>();
      const check = async (answer: (day: Day) => Answer): Promise<void> => {
        site.answer = (day) => async () => {
          const response = await answer(day)();
          const text = await response.clone().text();
          const isList = response.status === 200 && !text.startsWith('{');
          if (isList || response.status === 404) answered.set(day, clock.time);
          return response;
        };
        await fetchDueLists(library, { pause });
      };
      await check(aList);
      for (const { after, answer, onLine, jitter } of sequence) {
        clock.time += after;
        drawn = jitter;
        site.onLine = onLine;
        await check(answer);
      }
      // Two more days of hourly alarms, with a working site.
      site.onLine = true;
      const end = clock.time + 2 * DAY_MS;
      for (; clock.time < end; clock.time += HOUR_MS) await check(aList);
      for (let back = 2; back <= 7; back += 1) {
        const day = dayOf(end - back * DAY_MS);
        const over = Date.parse(day) + DAY_MS;
        if (over > START) expect(answered.get(day) ?? 0, day).toBeGreaterThanOrEqual(over);
      }
    }),
    { numRuns: 60 },
  );
});
