import { describe, expect, it } from 'vitest';
import { isTimeToRemind, isWorthReminder } from '@/lib/backups/reminder';
import { DAY_MS } from '@/lib/shared/day';
import { aBackupFile } from './a-backup-file';

const NOW = Date.UTC(2026, 10, 23);
const fingerprint = { entries: 30, updatedAt: NOW - DAY_MS };

describe('the backup reminder', () => {
  it('is due when the last backup is thirty days old', () => {
    expect(isTimeToRemind(aBackupFile(NOW - 30 * DAY_MS + 1), 0, NOW)).toBe(false);
    expect(isTimeToRemind(aBackupFile(NOW - 30 * DAY_MS), 0, NOW)).toBe(true);
  });

  it('is due when a library of 20 papers has no backup', () => {
    expect(isTimeToRemind(undefined, 0, NOW)).toBe(true);
    expect(isWorthReminder(undefined, fingerprint, 20)).toBe(true);
    expect(isWorthReminder(undefined, fingerprint, 19)).toBe(false);
  });

  it('is not due for a week after Later', () => {
    expect(isTimeToRemind(undefined, NOW - 7 * DAY_MS + 1, NOW)).toBe(false);
    expect(isTimeToRemind(undefined, NOW - 7 * DAY_MS, NOW)).toBe(true);
    // A clock that was set back must not silence it permanently.
    expect(isTimeToRemind(undefined, NOW + DAY_MS, NOW)).toBe(true);
  });

  it('is not worth showing when nothing changed since the backup', () => {
    const backup = aBackupFile(NOW - 90 * DAY_MS, { fingerprint });
    expect(isWorthReminder(backup, fingerprint, 30)).toBe(false);
    expect(isWorthReminder(backup, { ...fingerprint, entries: 31 }, 1)).toBe(true);
  });

  it('is not worth showing for an empty library', () => {
    const backup = aBackupFile(NOW - 90 * DAY_MS, { fingerprint });
    expect(isWorthReminder(backup, { entries: 0, updatedAt: 0 }, 0)).toBe(false);
  });
});
