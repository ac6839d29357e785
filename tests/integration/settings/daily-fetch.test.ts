import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { dailyFetch } from '@/lib/settings/daily-fetch';
import { dailyFetchState, NOTHING_FETCHED } from '@/lib/settings/daily-fetch-state';

const { local } = fakeBrowser.storage;

beforeEach(() => fakeBrowser.reset());

describe('the setting of the daily list', () => {
  it('is off before it is set, and when anything else is stored', async () => {
    const off = { timesADay: 0, notify: false };
    expect(await dailyFetch.read()).toEqual(off);
    for (const stored of [null, 'on', [], { timesADay: 24, notify: 'yes' }, { timesADay: true }]) {
      await local.set({ dailyFetch: stored });
      expect(await dailyFetch.read()).toEqual(off);
    }
  });

  it('keeps what is right of it', async () => {
    await local.set({ dailyFetch: { timesADay: 2, notify: 1 } });
    expect(await dailyFetch.read()).toEqual({ timesADay: 2, notify: false });
  });
});

describe('how far the fetching has come', () => {
  it('is kept from a release that knew of no further pages', async () => {
    const { fullAt: _, ...former } = { ...NOTHING_FETCHED, since: 5 };
    await local.set({ dailyFetchState: former });
    expect(await dailyFetchState.read()).toEqual({ ...NOTHING_FETCHED, since: 5 });
  });

  it('is nowhere when what is stored is broken', async () => {
    await dailyFetchState.write({ ...NOTHING_FETCHED, since: 5, fetchedAt: { 'https://x/': 7 } });
    expect((await dailyFetchState.read()).since).toBe(5);
    for (const broken of [null, {}, { ...NOTHING_FETCHED, retryAt: Number.NaN }, { since: -1 }]) {
      await local.set({ dailyFetchState: broken });
      expect(await dailyFetchState.read()).toEqual(NOTHING_FETCHED);
    }
  });
});
