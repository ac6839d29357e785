import { describe, expect, it } from 'vitest';
import { isTimeForBackup, isWorthBackup, type BackupHistory } from '@/lib/backups/due';
import { DAY_MS, HOUR_MS } from '@/lib/shared/day';
import { aBackupFile } from './a-backup-file';

const NOW = Date.UTC(2026, 10, 23, 9);

function history(facts: Partial<BackupHistory> = {}): BackupHistory {
  return { schedule: { every: 'day', keep: 5 }, backupFiles: [], failure: null, ...facts };
}

describe('the time for a copy', () => {
  it('never comes while automatic copies are off', () => {
    expect(isTimeForBackup(history({ schedule: { every: 'off', keep: 5 } }), NOW)).toBe(false);
  });

  it('has come when there is none', () => expect(isTimeForBackup(history(), NOW)).toBe(true));

  it.each([
    ['day', 1],
    ['week', 7],
    ['month', 30],
  ] as const)('comes once a %s', (every, days) => {
    const made = (at: number) =>
      history({ schedule: { every, keep: 5 }, backupFiles: [aBackupFile(at)] });
    expect(isTimeForBackup(made(NOW - days * DAY_MS + 1), NOW)).toBe(false);
    expect(isTimeForBackup(made(NOW - days * DAY_MS), NOW)).toBe(true);
  });

  it('does not wait for a copy that the reader made', () => {
    const backupFiles = [
      aBackupFile(NOW - HOUR_MS, { automatic: false }),
      aBackupFile(NOW - 2 * DAY_MS),
    ];
    expect(isTimeForBackup(history({ backupFiles }), NOW)).toBe(true);
  });

  it('waits an hour after a failure', () => {
    const failed = (at: number) => history({ failure: { at, code: 'copy-failed' } });
    expect(isTimeForBackup(failed(NOW - HOUR_MS + 1), NOW)).toBe(false);
    expect(isTimeForBackup(failed(NOW - HOUR_MS), NOW)).toBe(true);
  });

  it('is not held up by a clock that was set back', () => {
    const failure = { at: NOW + DAY_MS, code: 'copy-failed' } as const;
    expect(
      isTimeForBackup(history({ backupFiles: [aBackupFile(NOW + 9 * DAY_MS)], failure }), NOW),
    ).toBe(true);
  });

  it('is not come again and again while a copy made by a clock ahead is listed', () => {
    const backupFiles = [aBackupFile(NOW + 9 * DAY_MS), aBackupFile(NOW - HOUR_MS)];
    expect(isTimeForBackup(history({ backupFiles }), NOW)).toBe(false);
  });
});

describe('a copy', () => {
  const fingerprint = { entries: 3, updatedAt: NOW, dismissals: 1 };

  it('is not worth it for an empty library', () => {
    const empty = { entries: 0, updatedAt: 0, dismissals: 0 };
    expect(isWorthBackup([], empty, NOW)).toBe(false);
    // Emptied, or lost: what there was is in the copy, and stays there.
    expect(isWorthBackup([aBackupFile(NOW - DAY_MS, { fingerprint })], empty, NOW)).toBe(false);
    expect(isWorthBackup([], fingerprint, NOW)).toBe(true);
  });

  it('is not worth it when nothing changed since the last automatic one', () => {
    const last = aBackupFile(NOW - DAY_MS, { fingerprint });
    expect(isWorthBackup([last], fingerprint, NOW)).toBe(false);
    const byHand = aBackupFile(NOW, {
      automatic: false,
      fingerprint: { entries: 1, updatedAt: 1 },
    });
    expect(isWorthBackup([byHand, last], fingerprint, NOW)).toBe(false);
    const ahead = aBackupFile(NOW + DAY_MS, {
      fingerprint: { entries: 3, updatedAt: NOW + DAY_MS },
    });
    expect(isWorthBackup([ahead, last], fingerprint, NOW)).toBe(false);
  });

  it.each([
    ['an edit', { updatedAt: NOW + 1 }],
    ['an emptied trash', { entries: 2 }],
    ['an undo, which sets times back', { updatedAt: NOW - 1 }],
    ['a dismissal', { dismissals: 2 }],
    ['a dismissal that was taken back', { dismissals: 0 }],
  ])('is worth it after %s', (_, change) => {
    const last = aBackupFile(NOW - DAY_MS, { fingerprint });
    expect(isWorthBackup([last], { ...fingerprint, ...change }, NOW)).toBe(true);
  });

  it('of an older version, which did not count dismissals, is judged by the rest', () => {
    const last = aBackupFile(NOW - DAY_MS, { fingerprint: { entries: 3, updatedAt: NOW } });
    expect(isWorthBackup([last], fingerprint, NOW)).toBe(false);
    expect(isWorthBackup([last], { ...fingerprint, entries: 4 }, NOW)).toBe(true);
  });
});
