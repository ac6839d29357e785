import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { backupSchedule } from '@/lib/settings/backup-schedule';
import { copies } from '@/lib/settings/copies';
import { copyFailure } from '@/lib/settings/copy-failure';
import { reminderDismissedAt } from '@/lib/settings/reminder-dismissal';
import { aCopy } from '../../unit/backups/a-copy';

const { local } = fakeBrowser.storage;

beforeEach(() => fakeBrowser.reset());

describe('a setting', () => {
  it('is its fallback before it is set', async () => {
    expect(await backupSchedule.read()).toEqual({ every: 'off', keep: 5 });
    expect(await copies.read()).toEqual([]);
    expect(await copyFailure.read()).toBeNull();
    expect(await reminderDismissedAt.read()).toBe(0);
  });

  it.each([
    ['nothing', null],
    ['a text', 'day'],
    ['a list', []],
    ['an unknown interval and a wrong number', { every: 'hour', keep: 0 }],
    ['a number that is none', { keep: Number.NaN }],
  ])('falls back when %s is stored', async (_, stored) => {
    await local.set({
      backup: stored,
      copies: stored,
      copyFailure: stored,
      reminderDismissedAt: stored,
    });
    expect(await backupSchedule.read()).toEqual({ every: 'off', keep: 5 });
    expect(await copies.read()).toEqual([]);
    expect(await copyFailure.read()).toBeNull();
    expect(await reminderDismissedAt.read()).toBe(0);
  });

  it('keeps what is right of it', async () => {
    await local.set({ backup: { every: 'week', keep: 1000 } });
    expect(await backupSchedule.read()).toEqual({ every: 'week', keep: 5 });
    const { fileName: _, ...broken } = aCopy(2);
    const noTime = aCopy(8.64e15 + 1);
    await local.set({ copies: [noTime, aCopy(3), broken, { ...aCopy(1), bytes: -1 }, null] });
    expect(await copies.read()).toEqual([aCopy(3)]);
  });

  it('is told to whoever watches it, as it is and as it becomes', async () => {
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
