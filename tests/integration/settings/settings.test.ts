import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_CARD_FILTER } from '@/lib/papers/card-filter';
import { DEFAULT_PAGE_KEYS, isPageKey } from '@/lib/keyboard/page-keys';
import { backupSchedule } from '@/lib/settings/backup-schedule';
import { cardFilter } from '@/lib/settings/card-filter-setting';
import { backupFiles } from '@/lib/settings/backup-files';
import { dailyFetchState, NOTHING_FETCHED } from '@/lib/settings/daily-fetch-state';
import { backupFailure } from '@/lib/settings/backup-failure';
import { pageKeys } from '@/lib/settings/page-keys-setting';
import { reminderDismissedAt } from '@/lib/settings/reminder-dismissal';
import { aBackupFile } from '../../unit/backups/a-backup-file';

const { local } = fakeBrowser.storage;

beforeEach(() => fakeBrowser.reset());

describe('a setting', () => {
  it('returns its default before it is set', async () => {
    expect(await backupSchedule.read()).toEqual({ every: 'off', keep: 5 });
    expect(await backupFiles.read()).toEqual([]);
    expect(await backupFailure.read()).toBeNull();
    expect(await reminderDismissedAt.read()).toBe(0);
  });

  it.each([
    ['nothing', null],
    ['a string', 'day'],
    ['an array', []],
    ['an unknown interval and a wrong number', { every: 'hour', keep: 0 }],
    ['NaN', { keep: Number.NaN }],
  ])('returns its default when %s is stored', async (_, stored) => {
    await local.set({
      backup: stored,
      copies: stored,
      backupFailure: stored,
      reminderDismissedAt: stored,
    });
    expect(await backupSchedule.read()).toEqual({ every: 'off', keep: 5 });
    expect(await backupFiles.read()).toEqual([]);
    expect(await backupFailure.read()).toBeNull();
    expect(await reminderDismissedAt.read()).toBe(0);
  });

  it('keeps the valid fields', async () => {
    await local.set({ backup: { every: 'week', keep: 1000 } });
    expect(await backupSchedule.read()).toEqual({ every: 'week', keep: 5 });
    const { fileName: _, ...broken } = aBackupFile(2);
    const noTime = aBackupFile(8.64e15 + 1);
    await local.set({
      copies: [noTime, aBackupFile(3), broken, { ...aBackupFile(1), bytes: -1 }, null],
    });
    expect(await backupFiles.read()).toEqual([aBackupFile(3)]);
  });

  it('reads values that an earlier release stored under other names', async () => {
    const { fingerprint, ...backup } = aBackupFile(3);
    const { jitter: _, blockedUntil: __, ...state } = NOTHING_FETCHED;
    await local.set({
      copies: [{ ...backup, standing: fingerprint }],
      copyFailure: { at: 5, code: 'storage-full' },
      dailyFetchState: { ...state, lot: 0.25, heldUntil: 7 },
    });
    expect(await backupFailure.read()).toEqual({ at: 5, code: 'storage-full' });
    expect(await backupFiles.read()).toEqual([aBackupFile(3)]);
    expect(await dailyFetchState.read()).toEqual({ ...state, jitter: 0.25, blockedUntil: 7 });
  });

  it('keeps the valid fields of the card filter', async () => {
    await local.set({ cardFilter: { onlyNew: true, how: 'burn', seen: 1 } });
    expect(await cardFilter.read()).toEqual({ ...DEFAULT_CARD_FILTER, onlyNew: true });
    await local.set({ cardFilter: 'all' });
    expect(await cardFilter.read()).toEqual(DEFAULT_CARD_FILTER);
  });

  it.each([
    ['nothing', {}, {}],
    ['other keys, some switched off', { next: 'n', note: 'm', tag: null }, {}],
    [
      'a word, a blank, a lone combining mark and a number',
      { next: 'jj', open: ' ', save: '\u0301', tag: 7 },
      {},
    ],
    ['a letter of another script', { next: 'ж', help: 'ß' }, {}],
    ['a field of the prototype', { __proto__: { next: 'y' } }, {}],
    ['a duplicate key', { previous: 'x', select: 'x' }, { select: null }],
    ['the default key of another action', { next: 's' }, { save: null }],
    ['a duplicate key, where one can get its default', { open: 'q', note: 'q' }, { note: 'n' }],
  ])('keeps valid page keys: %s', async (_, stored, otherwise) => {
    await local.set({ pageKeys: { on: false, keys: stored } });
    const { on, keys } = await pageKeys.read();
    const used = Object.values(keys).filter((key) => key !== null);
    expect(on).toBe(false);
    expect(new Set(used).size).toBe(used.length);
    for (const key of used) expect(isPageKey(key)).toBe(true);
    const right = Object.entries({ ...stored, ...otherwise }).filter(
      ([, key]) => key === null || isPageKey(key),
    );
    expect(keys).toEqual({ ...DEFAULT_PAGE_KEYS.keys, ...Object.fromEntries(right) });
  });

  it('returns the default page keys when all are invalid', async () => {
    for (const pageKeysStored of ['j', null, { on: 1, keys: [] }, { keys: 'jk' }]) {
      await local.set({ pageKeys: pageKeysStored });
      expect(await pageKeys.read()).toEqual(DEFAULT_PAGE_KEYS);
    }
  });

  it('reports its value and each change to subscribers', async () => {
    await backupSchedule.write({ every: 'day', keep: 3 });
    const seen = vi.fn();
    const { unsubscribe } = backupSchedule.subscribe(seen, () => expect.unreachable());
    await expect.poll(() => seen.mock.lastCall).toEqual([{ every: 'day', keep: 3 }]);
    await backupSchedule.write({ every: 'week', keep: 3 });
    await expect.poll(() => seen.mock.lastCall).toEqual([{ every: 'week', keep: 3 }]);
    await local.set({ backup: 'rubbish' });
    await expect.poll(() => seen.mock.lastCall).toEqual([{ every: 'off', keep: 5 }]);
    await local.set({ copies: [] });
    unsubscribe();
    await backupSchedule.write({ every: 'month', keep: 3 });
    expect(seen).toHaveBeenCalledTimes(3);
  });
});
