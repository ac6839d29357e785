import { backupFileName } from '@/lib/library/export/write-backup';
import type { WrittenBackup } from '@/lib/settings/backup-file';
import { backupSchedule } from '@/lib/settings/backup-schedule';
import { changeBackupFiles, backupFiles, type BackupFile } from '@/lib/settings/backup-files';
import { backupFailure } from '@/lib/settings/backup-failure';
import { rotate } from './rotation';
import { removeFile, saveFile } from './saved-files';

/** Held while a backup is made or listed; `papershelf-backup` guards the schedule. */
export const BACKUP_LOCK = 'papershelf-make-backup';

/**
 * Saves the backup at `url`, and records it once its file is complete. Idempotent.
 * @throws Failure when it could not be saved
 */
export async function keepBackup(
  url: string,
  written: WrittenBackup,
  automatic: boolean,
): Promise<void> {
  const file = await saveFile(url, backupFileName(written.at));
  await recordBackupFile({ ...written, ...file, automatic });
  await backupFailure.write(null);
  if (automatic) await removeOldBackups(written.at);
}

/** Adds a backup to the list, once. */
export async function recordBackupFile(backup: BackupFile): Promise<void> {
  await changeBackupFiles((former) => [backup, ...former.filter(({ at }) => at !== backup.at)]);
}

/** Beyond the reader's limit, at `now` (ms since epoch). */
async function removeOldBackups(now: number): Promise<void> {
  const { keep } = await backupSchedule.read();
  const all = await backupFiles.read();
  const { kept, removed } = rotate(all, keep, now);
  const stays = new Set(kept);
  for (const backup of removed) {
    try {
      await removeFile(backup);
    } catch (error) {
      // It stays listed; the next backup retries.
      console.warn('Papershelf could not remove an old backup', error);
      stays.add(backup);
    }
  }
  const dropped = new Set(all.filter((backup) => !stays.has(backup)).map(({ at }) => at));
  await changeBackupFiles((former) => former.filter(({ at }) => !dropped.has(at)));
}
