import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dailyFetch } from '@/lib/settings/daily-fetch';
import { dailyFetchState, NOTHING_FETCHED } from '@/lib/settings/daily-fetch-state';

const { local } = fakeBrowser.storage;

beforeEach(() => fakeBrowser.reset());

describe('dailyFetch', () => {
  it('is off by default, and when the stored value is invalid', async () => {
    const off = { timesADay: 0, notify: false };
    expect(await dailyFetch.read()).toEqual(off);
    for (const stored of [null, 'on', [], { timesADay: 24, notify: 'yes' }, { timesADay: true }]) {
      await local.set({ dailyFetch: stored });
      expect(await dailyFetch.read()).toEqual(off);
    }
  });

  it('keeps the valid fields', async () => {
    await local.set({ dailyFetch: { timesADay: 2, notify: 1 } });
    expect(await dailyFetch.read()).toEqual({ timesADay: 2, notify: false });
  });
});

describe('dailyFetchState', () => {
  it('reads the state of a release without further pages', async () => {
    const { fullAt: _, ...former } = { ...NOTHING_FETCHED, since: 5 };
    await local.set({ dailyFetchState: former });
    expect(await dailyFetchState.read()).toEqual({ ...NOTHING_FETCHED, since: 5 });
  });

  it('starts over when the stored value is invalid', async () => {
    await dailyFetchState.write({ ...NOTHING_FETCHED, since: 5, fetchedAt: { 'https://x/': 7 } });
    expect((await dailyFetchState.read()).since).toBe(5);
    for (const broken of [null, {}, { ...NOTHING_FETCHED, retryAt: Number.NaN }, { since: -1 }]) {
      await local.set({ dailyFetchState: broken });
      expect(await dailyFetchState.read()).toEqual(NOTHING_FETCHED);
    }
  });
});
