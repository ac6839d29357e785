import { DAY_MS, HOUR_MS } from '@/lib/shared/day';
import type { LibraryFingerprint } from '@/lib/settings/backup-file';
import type { BackupSchedule } from '@/lib/settings/backup-schedule';
import type { BackupFile } from '@/lib/settings/backup-files';
import type { BackupFailure } from '@/lib/settings/backup-failure';
import { hasChanged } from './library-fingerprint';

/** The least time between two automatic copies, ms. */
const INTERVAL = { day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS } as const;

/** How long to wait after a failure, ms: the reader is not to be troubled at every click. */
const WAIT_AFTER_FAILURE = HOUR_MS;

/** What the schedule is measured against. */
export interface BackupHistory {
  schedule: BackupSchedule;
  /** Newest first. */
  backupFiles: readonly BackupFile[];
  failure: BackupFailure | null;
}

/**
 * Whether by the clock (`now` in ms since epoch) an automatic copy is due. A time that lies ahead is
 * a clock that was set back, and holds nothing up.
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
 * Whether there is anything in the library that the last automatic copy has not. Never in an empty
 * one: it may have been lost, and its copies are what is left of it.
 * @param copies newest first
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
