import { DAY_MS, HOUR_MS } from '@/lib/shared/day';
import type { LibraryFingerprint } from '@/lib/settings/backup-file';
import type { BackupSchedule } from '@/lib/settings/backup-schedule';
import type { BackupFile } from '@/lib/settings/backup-files';
import type { BackupFailure } from '@/lib/settings/backup-failure';
import { hasChanged } from './library-fingerprint';

/** Minimum between automatic backups, ms. */
const INTERVAL = { day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS } as const;

/** Delay after a failure, ms, so that the reader is not bothered at every click. */
const WAIT_AFTER_FAILURE = HOUR_MS;

export interface BackupHistory {
  schedule: BackupSchedule;
  /** Newest first. */
  backupFiles: readonly BackupFile[];
  failure: BackupFailure | null;
}

/**
 * Whether the schedule asks for a backup at `now` (ms since epoch). Ignores future times: the clock
 * was set back.
 */
export function isTimeForBackup(
  { schedule, backupFiles, failure }: BackupHistory,
  now: number,
): boolean {
  if (schedule.every === 'off') return false;
  if (failure !== null && isWithin(failure.at, WAIT_AFTER_FAILURE, now)) return false;
  const last = lastAutomatic(backupFiles, now);
  return last === undefined || !isWithin(last.at, INTERVAL[schedule.every], now);
}

/**
 * Whether the last automatic backup is outdated. False for an empty library, which may have been
 * lost.
 * @param backupFiles newest first
 */
export function isWorthBackup(
  backupFiles: readonly BackupFile[],
  fingerprint: LibraryFingerprint,
  now: number,
): boolean {
  if (fingerprint.entries === 0) return false;
  const last = lastAutomatic(backupFiles, now);
  return last === undefined || hasChanged(last.fingerprint, fingerprint);
}

function lastAutomatic(backupFiles: readonly BackupFile[], now: number): BackupFile | undefined {
  return backupFiles.find(({ automatic, at }) => automatic && at <= now);
}

function isWithin(then: number, span: number, now: number): boolean {
  return then <= now && now - then < span;
}
