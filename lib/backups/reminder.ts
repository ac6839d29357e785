import { isAhead } from '@/lib/shared/clock';
import { DAY_MS } from '@/lib/shared/day';
import type { LibraryFingerprint } from '@/lib/settings/backup-file';
import type { BackupFile } from '@/lib/settings/backup-files';
import { hasChanged } from './library-fingerprint';

/** Minimum age of an old backup, ms. */
const OLD = 30 * DAY_MS;
/** Snooze of `Later`, ms. */
const PUT_OFF = 7 * DAY_MS;
/** Smaller libraries without a backup get no reminder. */
const MIN_PAPERS_TO_REMIND = 20;

/**
 * Whether a reminder may appear at `now` (all times ms since epoch): the newest backup is old or
 * missing, and not snoozed.
 */
export function isTimeToRemind(
  lastBackup: BackupFile | undefined,
  dismissedAt: number,
  now: number,
): boolean {
  const putOff = dismissedAt <= now && now - dismissedAt < PUT_OFF;
  if (putOff) return false;
  return lastBackup === undefined || isAhead(lastBackup.at, now) || now - lastBackup.at >= OLD;
}

/**
 * The newest backup at `now` (ms since epoch); one in the future, by a wrong clock, only without
 * others.
 * @param backupFiles newest first
 */
export function newestBackup<B extends Pick<BackupFile, 'at'>>(
  backupFiles: readonly B[],
  now: number,
): B | undefined {
  return backupFiles.find(({ at }) => !isAhead(at, now)) ?? backupFiles[0];
}

/**
 * Whether there is data to lose.
 * @param saved papers in the library
 */
export function isWorthReminder(
  lastBackup: BackupFile | undefined,
  fingerprint: LibraryFingerprint,
  saved: number,
): boolean {
  if (lastBackup === undefined) return saved >= MIN_PAPERS_TO_REMIND;
  return fingerprint.entries > 0 && hasChanged(lastBackup.fingerprint, fingerprint);
}
