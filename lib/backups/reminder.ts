import { DAY_MS } from '@/lib/shared/day';
import type { LibraryFingerprint } from '@/lib/settings/backup-file';
import type { BackupFile } from '@/lib/settings/backup-files';
import { hasChanged } from './library-fingerprint';

/** A copy older than this is old, ms. */
const OLD = 30 * DAY_MS;
/** How long `Later` puts it off, ms. */
const PUT_OFF = 7 * DAY_MS;
/** A library of fewer papers that was never copied is not worth a word. */
const WORTH_COPYING = 20;

/**
 * Whether by the clock (`now`; all times in ms since epoch) the reader may be reminded: the newest
 * copy of any kind is old or there is none, and the reader did not just put it off.
 */
export function isTimeToRemind(
  lastBackup: BackupFile | undefined,
  dismissedAt: number,
  now: number,
): boolean {
  const putOff = dismissedAt <= now && now - dismissedAt < PUT_OFF;
  return !putOff && (lastBackup === undefined || now - lastBackup.at >= OLD);
}

/** Whether there is something that would be lost. @param saved papers in the library */
export function isWorthReminder(
  lastBackup: BackupFile | undefined,
  fingerprint: LibraryFingerprint,
  saved: number,
): boolean {
  if (lastBackup === undefined) return saved >= WORTH_COPYING;
  return fingerprint.entries > 0 && hasChanged(lastBackup.fingerprint, fingerprint);
}
