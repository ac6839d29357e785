import { describe, expect, it } from 'vitest';
import { isTimeForBackup, isWorthBackup, type BackupHistory } from '@/lib/backups/due';
import { DAY_MS, HOUR_MS } from '@/lib/shared/day';
import { aBackupFile } from './a-backup-file';

const NOW = Date.UTC(2026, 10, 23, 9);

function history(facts: Partial<BackupHistory> = {}): BackupHistory {
  return { schedule: { every: 'day', keep: 5 }, backupFiles: [], failure: null, ...facts };
}

describe('isTimeForBackup', () => {
  it('returns false while automatic backups are off', () => {
    expect(isTimeForBackup(history({ schedule: { every: 'off', keep: 5 } }), NOW)).toBe(false);
  });

  it('returns true without a backup', () => expect(isTimeForBackup(history(), NOW)).toBe(true));

  it.each([
    ['day', 1],
    ['week', 7],
    ['month', 30],
  ] as const)('returns true once a %s', (every, days) => {
    const made = (at: number) =>
      history({ schedule: { every, keep: 5 }, backupFiles: [aBackupFile(at)] });
    expect(isTimeForBackup(made(NOW - days * DAY_MS + 1), NOW)).toBe(false);
    expect(isTimeForBackup(made(NOW - days * DAY_MS), NOW)).toBe(true);
  });

  it('ignores manual backups', () => {
    const backupFiles = [
      aBackupFile(NOW - HOUR_MS, { automatic: false }),
      aBackupFile(NOW - 2 * DAY_MS),
    ];
    expect(isTimeForBackup(history({ backupFiles }), NOW)).toBe(true);
  });

  it('returns false for an hour after a failure', () => {
    const failed = (at: number) => history({ failure: { at, code: 'copy-failed' } });
    expect(isTimeForBackup(failed(NOW - HOUR_MS + 1), NOW)).toBe(false);
    expect(isTimeForBackup(failed(NOW - HOUR_MS), NOW)).toBe(true);
  });

  it('returns true after the clock was set back', () => {
    const failure = { at: NOW + DAY_MS, code: 'copy-failed' } as const;
    expect(
      isTimeForBackup(history({ backupFiles: [aBackupFile(NOW + 9 * DAY_MS)], failure }), NOW),
    ).toBe(true);
  });

  it('returns false after a recent backup when another is dated in the future', () => {
    const backupFiles = [aBackupFile(NOW + 9 * DAY_MS), aBackupFile(NOW - HOUR_MS)];
    expect(isTimeForBackup(history({ backupFiles }), NOW)).toBe(false);
  });
});

describe('isWorthBackup', () => {
  const fingerprint = { entries: 3, updatedAt: NOW, dismissals: 1 };

  it('returns false for an empty library', () => {
    const empty = { entries: 0, updatedAt: 0, dismissals: 0 };
    expect(isWorthBackup([], empty, NOW)).toBe(false);
    // Emptied or lost: the last backup still holds the papers.
    expect(isWorthBackup([aBackupFile(NOW - DAY_MS, { fingerprint })], empty, NOW)).toBe(false);
    expect(isWorthBackup([], fingerprint, NOW)).toBe(true);
  });

  it('returns false when nothing changed since the last automatic backup', () => {
    const last = aBackupFile(NOW - DAY_MS, { fingerprint });
    expect(isWorthBackup([last], fingerprint, NOW)).toBe(false);
    const manual = aBackupFile(NOW, {
      automatic: false,
      fingerprint: { entries: 1, updatedAt: 1 },
    });
    expect(isWorthBackup([manual, last], fingerprint, NOW)).toBe(false);
    const futureDated = aBackupFile(NOW + DAY_MS, {
      fingerprint: { entries: 3, updatedAt: NOW + DAY_MS },
    });
    expect(isWorthBackup([futureDated, last], fingerprint, NOW)).toBe(false);
  });

  it.each([
    ['an edit', { updatedAt: NOW + 1 }],
    ['an emptied trash', { entries: 2 }],
    ['an undo, which restores an earlier time', { updatedAt: NOW - 1 }],
    ['a dismissal', { dismissals: 2 }],
    ['an undone dismissal', { dismissals: 0 }],
  ])('returns true after %s', (_, change) => {
    const last = aBackupFile(NOW - DAY_MS, { fingerprint });
    expect(isWorthBackup([last], { ...fingerprint, ...change }, NOW)).toBe(true);
  });

  it('ignores dismissals when the last backup did not count them', () => {
    const last = aBackupFile(NOW - DAY_MS, { fingerprint: { entries: 3, updatedAt: NOW } });
    expect(isWorthBackup([last], fingerprint, NOW)).toBe(false);
    expect(isWorthBackup([last], { ...fingerprint, entries: 4 }, NOW)).toBe(true);
  });
});
